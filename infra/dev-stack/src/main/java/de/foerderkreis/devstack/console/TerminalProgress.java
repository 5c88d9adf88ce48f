package de.foerderkreis.devstack.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A list of all steps that is drawn again in place several times a second. */
final class TerminalProgress implements Progress {

    private static final String UP_AND_CLEAR = "\u001b[%dA\r\u001b[J";
    private static final Map<Steps.State, String> SIGNS =
            Map.of(
                    Steps.State.WAITING, "\u001b[2m·",
                    Steps.State.RUNNING, "\u001b[33m>",
                    Steps.State.DONE, "\u001b[32m✓",
                    Steps.State.FAILED, "\u001b[31m✗");
    private static final int WIDTH = 100;

    private final Steps steps = new Steps();
    private final PrintStream out;
    private final ScheduledExecutorService redraw =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("progress").factory());
    private int drawn;

    TerminalProgress(PrintStream out) {
        this.out = out;
        redraw.scheduleAtFixedRate(this::draw, 200, 200, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void planned(List<String> names) {
        steps.plan(names);
        draw();
    }

    @Override
    public synchronized void begun(String step) {
        steps.begin(step);
    }

    @Override
    public synchronized void done(String step) {
        steps.end(step, Steps.State.DONE);
    }

    @Override
    public synchronized void failed(String step) {
        steps.end(step, Steps.State.FAILED);
    }

    @Override
    public synchronized void note(String step, String text) {
        steps.note(step, text);
    }

    @Override
    public synchronized void total(long nanoseconds) {
        close();
        out.println("    %-24s %s".formatted("", Steps.seconds(Duration.ofNanos(nanoseconds))));
    }

    @Override
    public synchronized void close() {
        if (!redraw.isShutdown()) {
            redraw.shutdownNow();
            draw();
        }
    }

    private synchronized void draw() {
        var text = new StringBuilder();
        if (drawn > 0) {
            text.append(UP_AND_CLEAR.formatted(drawn));
        }
        var now = System.nanoTime();
        steps.all()
                .forEach((name, step) ->
                        text.append("  ")
                                .append(SIGNS.get(step.state()))
                                .append("\u001b[0m ")
                                .append(line(name, step, now))
                                .append('\n'));
        drawn = steps.all().size();
        out.print(text);
        out.flush();
    }

    private static String line(String name, Steps.Step step, long now) {
        if (step.state() == Steps.State.WAITING) {
            return name;
        }
        var line =
                "%-24s %s  %s"
                        .formatted(name, Steps.seconds(step.time(now)), step.note())
                        .stripTrailing();
        return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    }
}
