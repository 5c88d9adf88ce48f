package de.foerderkreis.devstack.process;

import java.util.List;

/** Signals that the JDK has no method for. */
final class Signals {

    private Signals() {}

    static boolean send(ProcessHandle process, String signal) {
        return Commands.succeeds(List.of("kill", "-" + signal, Long.toString(process.pid())));
    }
}
