package de.foerderkreis.devstack;

import de.foerderkreis.devstack.console.Progress;
import de.foerderkreis.devstack.process.Leftovers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/**
 * Starts the whole system on this machine. Parts start at the same time as far as one does not need
 * the other; readiness is asked for, never assumed.
 */
public final class DevStack {

    /** The five services; the gateway first, as in the order of the ports. */
    public static final List<String> SERVICES =
            List.of(
                    "gateway",
                    "application-service",
                    "finance-service",
                    "stakeholder-service",
                    "notification-service");

    /** All parts by name. */
    public static final List<String> PARTS =
            List.of(
                    Postgres.NAME,
                    Kafka.NAME,
                    Keycloak.NAME,
                    Mailbox.NAME,
                    "gateway",
                    "application-service",
                    "finance-service",
                    "stakeholder-service",
                    "notification-service");

    private DevStack() {}

    /** Starts a stack and returns when every part is ready. */
    public static RunningStack start(Options options) {
        return start(options, Progress.SILENT);
    }

    /**
     * Starts a stack and returns when every part is ready. What an earlier launcher left behind is
     * stopped before; state is continued.
     *
     * @throws StackFailure if a part does not become ready; everything started is stopped again
     */
    public static RunningStack start(Options options, Progress progress) {
        var setup = Setup.of(options);
        var lock = Lock.take(setup);
        try {
            new Leftovers(setup.records()).stop(Postgres.NAME);
            var parts = parts(setup);
            Preflight.check(setup, parts.stream().map(Part::name).toList());
            var stack = new RunningStack(setup, parts, lock);
            progress.planned(parts.stream().map(Part::name).toList());
            startAll(stack, parts, progress);
            return stack;
        } catch (IOException e) {
            lock.close();
            throw new StackFailure("The stack cannot be started: " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void startAll(RunningStack stack, List<Part> parts, Progress progress) {
        var started = new LinkedHashMap<String, CompletableFuture<Void>>();
        var firstFailure = new CompletableFuture<Void>();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (Part part : parts) {
                var needed =
                        part.after().stream()
                                .filter(started::containsKey)
                                .map(started::get)
                                .toArray(CompletableFuture[]::new);
                var start =
                        CompletableFuture.allOf(needed)
                                .thenRunAsync(() -> stack.start(part, progress), threads);
                start.whenComplete((done, failure) -> {
                    if (failure != null) {
                        stack.giveUp();
                        firstFailure.completeExceptionally(failure);
                    }
                });
                started.put(part.name(), start);
            }
            var all = CompletableFuture.allOf(started.values().toArray(CompletableFuture[]::new));
            CompletableFuture.anyOf(all, firstFailure).join();
        } catch (CompletionException e) {
            threads.shutdownNow();
            stack.stop();
            throw e.getCause() instanceof StackFailure failure
                    ? failure
                    : new StackFailure("The stack cannot be started: " + e.getCause(), e);
        } finally {
            threads.shutdown();
        }
    }

    /** The parts to start, each after the ones it needs. */
    static List<Part> parts(Setup setup) {
        var postgres = new Postgres(setup);
        var kafka = new Kafka(setup);
        var parts = new ArrayList<Part>();
        parts.add(postgres);
        parts.add(kafka);
        parts.add(new Keycloak(setup, postgres));
        parts.add(new Mailbox(setup));
        SERVICES.forEach(service -> parts.add(new Service(setup, postgres, kafka, service)));
        var only = setup.options().only();
        return parts.stream().filter(part -> only.isEmpty() || only.contains(part.name())).toList();
    }
}
