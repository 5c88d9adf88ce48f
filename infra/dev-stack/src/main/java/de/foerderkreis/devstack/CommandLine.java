package de.foerderkreis.devstack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param service whose log is wanted, for {@link Action#LOGS}
 */
record CommandLine(Action action, Options options, @Nullable String service) {

    enum Action {
        START,
        DETACH,
        /** The process behind {@code --detach}; not for people. */
        SUPERVISE,
        STOP,
        STATUS,
        LOGS,
        RESET,
        HELP
    }

    static final String HELP =
            """
            Usage: ./start [option]...

              (nothing)         start everything and play the demo story; Ctrl-C stops it again
              --detach          start in the background and return when everything is ready
              --stop            stop what runs in the background
              --status          say what runs
              --logs SERVICE    show the log of a part: gateway, application-service, finance-service,
                                stakeholder-service, notification-service, postgres, kafka, keycloak, mail
              --reset           stop and delete all data, after asking on a terminal
              --empty           start a fresh district: no data, and business begins today
              --no-story        start without the demo story, at its beginning
              --port-base N     use ports N to N+12 instead of 8080 to 8092
              --data DIR        keep the data in DIR instead of .data
              --only A,B        start just these parts
              --help            this text

            Needs a JDK 25, Maven 3.8.7 or newer and Node 20 or newer. Listens on 127.0.0.1 only.
            """;

    static CommandLine parse(Path root, List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        var action = Action.START;
        var options = Options.usual(root);
        String service = null;
        while (!rest.isEmpty()) {
            var option = rest.remove();
            switch (option) {
                case "--detach" -> action = Action.DETACH;
                case "--supervise" -> action = Action.SUPERVISE;
                case "--stop" -> action = Action.STOP;
                case "--status" -> action = Action.STATUS;
                case "--reset" -> action = Action.RESET;
                case "--help", "-h" -> action = Action.HELP;
                case "--logs" -> {
                    action = Action.LOGS;
                    service = known(value(option, rest));
                }
                case "--empty" -> options = options.asFreshDistrict();
                case "--no-story" -> options = options.withStory(false);
                case "--port-base" -> options = options.withPortBase(port(value(option, rest)));
                case "--data" ->
                        options = options.withData(Path.of(value(option, rest)).toAbsolutePath());
                case "--only" -> options = options.withOnly(parts(value(option, rest)));
                default ->
                        throw new StackFailure(
                                "There is no option '"
                                        + option
                                        + "'; ./start --help lists the options.");
            }
        }
        return new CommandLine(action, options, service);
    }

    private static String value(String option, ArrayDeque<String> rest) {
        var value = rest.poll();
        if (value == null || value.startsWith("--")) {
            throw new StackFailure(
                    "Option " + option + " needs a value; ./start --help lists the options.");
        }
        return value;
    }

    private static int port(String text) {
        try {
            return new Ports(Integer.parseInt(text)).base();
        } catch (NumberFormatException e) {
            throw new StackFailure("The port base must be a number, not '" + text + "'.", e);
        }
    }

    private static Set<String> parts(String text) {
        var parts = Set.of(text.split(","));
        parts.forEach(CommandLine::known);
        return parts;
    }

    private static String known(String part) {
        if (!DevStack.PARTS.contains(part)) {
            throw new StackFailure(
                    "There is no part '"
                            + part
                            + "'; there are "
                            + String.join(", ", DevStack.PARTS)
                            + ".");
        }
        return part;
    }
}
