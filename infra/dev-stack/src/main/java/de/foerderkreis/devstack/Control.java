package de.foerderkreis.devstack;

import de.foerderkreis.devstack.process.Leftovers;
import de.foerderkreis.devstack.process.ProcessRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at and ends a stack that another launcher started. */
final class Control {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    /** Deleted by name: a folder given by mistake must not lose anything else. */
    private static final List<String> STATE =
            List.of(
                    "postgres",
                    "kafka",
                    "keycloak",
                    "mail",
                    "logs",
                    "run",
                    "secrets",
                    ToldSoFar.FILE);

    private final Options options;
    private final Path records;

    Control(Options options) {
        this.options = options;
        this.records = options.data().resolve("run");
    }

    int stop() {
        System.out.println(
                end() ? "Stopped." : "Nothing runs with the data in " + options.data() + ".");
        return 0;
    }

    int status() throws IOException {
        var launcher = launcher();
        var running = new Leftovers(records).running();
        if (launcher.isEmpty() && running.isEmpty()) {
            System.out.println("Nothing runs with the data in " + options.data() + ".");
            return 1;
        }
        for (ProcessRecord part : running) {
            System.out.printf(
                    "  %-24s process %d, since %s%n", part.name(), part.pid(), part.started());
        }
        var ready = Detached.readyMarker(options);
        var address = Files.exists(ready) ? Files.readAllLines(ready) : List.<String>of();
        if (launcher.isPresent()) {
            var complete =
                    address.size() > 1
                            && address.getFirst().equals(Long.toString(launcher.get().pid()));
            System.out.println(complete ? "  Portal " + address.get(1) : "  Still starting.");
            return 0;
        }
        System.out.println(
                "  The launcher is gone; ./start --stop ends what is left, ./start continues.");
        return 1;
    }

    int logs(String part) throws IOException {
        var log = options.data().resolve("logs").resolve(part + ".log");
        if (!Files.exists(log)) {
            throw new StackFailure("There is no log of " + part + " yet; it would be " + log + ".");
        }
        var command = new ArrayList<>(List.of("tail", "-n", "200"));
        if (Boolean.getBoolean("foerderkreis.terminal")) {
            command.add("-f");
        }
        command.add(log.toString());
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    int reset() throws IOException {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            var answer = console.readLine("Stop and delete all data in %s? [y/N] ", options.data());
            if (answer == null || !answer.strip().equalsIgnoreCase("y")) {
                System.out.println("Nothing was deleted.");
                return 1;
            }
        }
        end();
        for (String name : STATE) {
            Archive.delete(options.data().resolve(name));
        }
        System.out.println("The data in " + options.data() + " are deleted.");
        return 0;
    }

    private boolean end() {
        var launcher = launcher();
        launcher.ifPresent(process -> {
            process.destroy();
            if (!Leftovers.ended(process, STOP_LIMIT)) {
                throw new StackFailure(
                        "The launcher (process %d) does not end; look at it with ./start --status and end it by hand."
                                .formatted(process.pid()));
            }
        });
        return !new Leftovers(records).stop(Postgres.NAME).isEmpty() || launcher.isPresent();
    }

    private Optional<ProcessHandle> launcher() {
        return ProcessRecord.readAll(records).stream()
                .filter(r -> r.name().equals("launcher"))
                .findFirst()
                .flatMap(ProcessRecord::process);
    }
}
