package de.foerderkreis.devstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes of an earlier run whose launcher was killed before it could stop them. */
public final class Leftovers {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final Path records;

    public Leftovers(Path records) {
        this.records = records;
    }

    /** What still runs, except the launcher itself, in the order in which it was started. */
    public List<ProcessRecord> running() {
        return ProcessRecord.readAll(records).stream()
                .filter(r -> !r.name().equals("launcher"))
                .filter(r -> r.process().isPresent())
                .sorted(Comparator.comparing(ProcessRecord::started))
                .toList();
    }

    /**
     * Stops all of them at the same time, except the one the others need, which is stopped after
     * them; forgets the records and returns the names stopped.
     */
    public List<String> stop(String last) {
        var running = running();
        end(running.stream().filter(r -> !r.name().equals(last)).toList());
        end(running.stream().filter(r -> r.name().equals(last)).toList());
        ProcessRecord.readAll(records).stream()
                .filter(r -> !r.name().equals("launcher"))
                .forEach(r -> r.delete(records));
        return running.stream().map(ProcessRecord::name).toList();
    }

    private static void end(List<ProcessRecord> leftovers) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ProcessRecord leftover : leftovers) {
                threads.execute(() ->
                        leftover.process().ifPresent(process -> end(process, leftover.signal())));
            }
        }
    }

    private static void end(ProcessHandle process, String signal) {
        Signals.send(process, "CONT");
        Signals.send(process, signal);
        if (!ended(process, LIMIT)) {
            process.destroyForcibly();
            ended(process, LIMIT);
        }
    }

    /** Waits until the process is gone. */
    public static boolean ended(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }
}
