package de.foerderkreis.notification.worklist;

import de.foerderkreis.platform.tenancy.Caller;
import java.util.List;

/**
 * What an empty work list says and offers, by role.
 *
 * @param key of its texts
 * @param link the first step it offers
 */
record EmptyState(String key, String link) {

    private static final List<EmptyState> BY_ROLE =
            List.of(
                    new EmptyState("CLERK", "/vorhaben"),
                    new EmptyState("HEAD", "/vorhaben"),
                    new EmptyState("TREASURER", "/finanzen"),
                    new EmptyState("LANDRAT", "/vorhaben"),
                    new EmptyState("COUNCIL_SECRETARY", "/vorhaben"),
                    new EmptyState("MAYOR", "/beteiligung"),
                    new EmptyState("MUNICIPAL_OFFICIAL", "/beteiligung"),
                    new EmptyState("PARTNER", "/nachrichten"),
                    new EmptyState("REVIEWER", "/nachrichten"),
                    new EmptyState("AUDITOR", "/vorhaben"),
                    new EmptyState("ADMIN", "/nachrichten/zustellung"));

    private static final EmptyState NOBODY = new EmptyState("NONE", "/hilfe");

    /** That of the first role the caller holds. */
    static EmptyState of(Caller caller) {
        return BY_ROLE.stream().filter(it -> caller.has(it.key())).findFirst().orElse(NOBODY);
    }
}
