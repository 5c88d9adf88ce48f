package de.foerderkreis.devstack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One process of the stack: what it needs, how it is started, when it is ready. */
interface Part {

    /**
     * How a process is started.
     *
     * @param environment all it gets beside the few variables of the operating system
     */
    record Launch(List<String> command, Map<String, String> environment) {}

    String name();

    /** Parts that must be ready before this one starts. */
    Set<String> after();

    /** Time from the start of the process to readiness after which it counts as failed. */
    Duration limit();

    /** Signal that ends the process in order. */
    default String signal() {
        return "TERM";
    }

    /** Makes everything the process needs; may take its time the first time. */
    Launch prepare() throws Exception;

    /** One look whether the process does its work; an exception means not yet. */
    boolean isReady() throws Exception;

    /** What has to be set up in the ready process; does nothing if it is there already. */
    default void provision() throws Exception {}

    /**
     * Makes what lets the part start faster the next time; does nothing if that is there already.
     */
    default void train() throws Exception {}
}
