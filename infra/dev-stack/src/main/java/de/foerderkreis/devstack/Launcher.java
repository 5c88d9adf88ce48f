package de.foerderkreis.devstack;

import de.foerderkreis.devstack.console.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The program behind {@code ./start}. */
public final class Launcher {

    private static volatile boolean ending;
    private static volatile boolean failed;

    private Launcher() {}

    public static void main(String[] arguments) {
        var exit = 1;
        try {
            exit = run(List.of(arguments));
        } catch (StackFailure | IOException e) {
            if (!ending) {
                failed = true;
                System.out.flush();
                System.err.println(
                        "start: " + (e instanceof StackFailure ? e.getMessage() : e.toString()));
            }
        }
        System.exit(exit);
    }

    private static int run(List<String> arguments) throws IOException {
        var root = System.getProperty("foerderkreis.root");
        var line = CommandLine.parse(root == null ? Options.findRoot() : Path.of(root), arguments);
        var control = new Control(line.options());
        return switch (line.action()) {
            case HELP -> {
                System.out.print(CommandLine.HELP);
                yield 0;
            }
            case START -> start(line.options(), false);
            case SUPERVISE -> start(line.options(), true);
            case DETACH -> new Detached(line.options()).start(arguments);
            case STOP -> control.stop();
            case STATUS -> control.status();
            case LOGS -> control.logs(String.valueOf(line.service()));
            case RESET -> control.reset();
        };
    }

    private static int start(Options options, boolean supervised) throws IOException {
        System.out.println("Förderkreis starts; its data are in " + options.data());
        Runtime.getRuntime().addShutdownHook(new Thread(Launcher::sayThatItEnds));
        var terminal = Boolean.getBoolean("foerderkreis.terminal") && !supervised;
        @Nullable StackFailure unfinished = null;
        RunningStack stack;
        try (var progress = Progress.on(terminal)) {
            var begun = System.nanoTime();
            stack = DevStack.start(options, progress);
            stack.onAlarm(sentence -> System.out.println("start: " + sentence));
            if (options.story() && options.only().isEmpty()) {
                unfinished = story(stack, progress);
            }
            progress.total(System.nanoTime() - begun);
        }
        if (options.story() && options.only().isEmpty() && unfinished == null) {
            DemoStory.player(stack);
        }
        if (unfinished != null) {
            System.out.println("start: " + unfinished.getMessage());
        }
        System.out.print(Summary.of(stack, options, supervised));
        System.out.flush();
        Files.writeString(
                Detached.readyMarker(options),
                ProcessHandle.current().pid() + "\n" + stack.portalUri() + "\n");
        if (options.train()) {
            stack.train(problem ->
                    System.out.println("start: the next start will be no faster for " + problem));
        }
        return waitForTheEnd();
    }

    private static void sayThatItEnds() {
        if (!failed) {
            ending = true;
            System.out.println("\nStopping; the data stay.");
        }
    }

    private static @Nullable StackFailure story(RunningStack stack, Progress progress) {
        try {
            if (!DemoStory.isPlayed(stack)) {
                DemoStory.play(stack, progress);
            }
            return null;
        } catch (StackFailure e) {
            return e;
        }
    }

    /** Ctrl-C and {@code --stop} end this process; the stack ends with it. */
    private static int waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
