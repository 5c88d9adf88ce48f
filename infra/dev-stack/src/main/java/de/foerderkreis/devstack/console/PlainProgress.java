package de.foerderkreis.devstack.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** One line per event, for pipes, files and continuous integration. */
final class PlainProgress implements Progress {

    private final Steps steps = new Steps();
    private final PrintStream out;

    PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void planned(List<String> names) {
        steps.plan(names);
    }

    @Override
    public synchronized void begun(String step) {
        steps.begin(step);
    }

    @Override
    public synchronized void done(String step) {
        steps.end(step, Steps.State.DONE);
        print("ready ", step);
    }

    @Override
    public synchronized void failed(String step) {
        steps.end(step, Steps.State.FAILED);
        print("failed", step);
    }

    @Override
    public synchronized void note(String step, String text) {
        out.println("  ...           " + step + ": " + text);
        out.flush();
    }

    @Override
    public synchronized void total(long nanoseconds) {
        out.println("  all   " + Steps.seconds(Duration.ofNanos(nanoseconds)));
    }

    private void print(String state, String name) {
        var step = steps.get(name);
        if (step != null) {
            out.println(
                    "  " + state + " " + Steps.seconds(step.time(System.nanoTime())) + "  " + name);
            out.flush();
        }
    }
}
