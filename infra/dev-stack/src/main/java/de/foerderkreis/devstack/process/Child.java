package de.foerderkreis.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A running process of the stack with its log and its record on disk. */
public final class Child {

    /**
     * Of the caller's environment only this reaches a child: a stray setting must not change the
     * stack.
     */
    private static final Set<String> INHERITED =
            Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TZ");

    private static final long LOG_LIMIT_BYTES = 20L << 20;

    private final ProcessRecord processRecord;
    private final Process process;
    private final LogFile log;
    private final Path records;

    private Child(ProcessRecord processRecord, Process process, LogFile log, Path records) {
        this.processRecord = processRecord;
        this.process = process;
        this.log = log;
        this.records = records;
    }

    /**
     * Starts a process in a session of its own, so that Ctrl-C in the terminal reaches the launcher
     * alone and the order of stopping is kept.
     */
    public static Child start(
            String name,
            List<String> command,
            Map<String, String> environment,
            String signal,
            Path logs,
            Path records) {
        try {
            Files.createDirectories(logs);
            var log = LogFile.beginningAtEnd(logs.resolve(name + ".log"), LOG_LIMIT_BYTES);
            var builder =
                    new ProcessBuilder(Commands.inOwnSession(command)).redirectErrorStream(true);
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(environment);
            builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
            var process = builder.start();
            var program = String.valueOf(Path.of(programOf(command)).getFileName());
            var processRecord = ProcessRecord.of(name, process.toHandle(), program, signal);
            processRecord.write(records);
            return new Child(processRecord, process, log, records);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** {@code unshare -U /program …} becomes the program, with the same process id. */
    private static String programOf(List<String> command) {
        return command.stream()
                .filter(word -> word.startsWith("/"))
                .findFirst()
                .orElse(command.getFirst());
    }

    public String name() {
        return processRecord.name();
    }

    public long pid() {
        return process.pid();
    }

    public LogFile log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Exit code, if the process has ended. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Runs when the process has ended, for whatever reason. */
    public void onExit(Runnable reaction) {
        process.onExit().thenRun(reaction);
    }

    /** Sends a signal by name, for example {@code STOP} or {@code CONT}. */
    public void signal(String signal) {
        Signals.send(process.toHandle(), signal);
    }

    /**
     * Ends the process at once, without letting it clean up (SIGKILL), and waits until it is gone.
     */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
        processRecord.delete(records);
    }

    /** Ends the process in order, or by force if it has not ended within the limit. */
    public void stop(Duration limit) {
        if (process.isAlive()) {
            Signals.send(process.toHandle(), "CONT");
            Signals.send(process.toHandle(), processRecord.signal());
            if (!await(limit)) {
                process.destroyForcibly();
                await(Duration.ofSeconds(10));
            }
        }
        processRecord.delete(records);
    }

    private boolean await(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
