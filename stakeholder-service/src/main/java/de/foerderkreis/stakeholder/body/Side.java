package de.foerderkreis.stakeholder.body;

import java.util.Optional;

/** For whom a member sits in a body; the official key of its organisation says so. */
enum Side {
    DISTRICT,
    STATE,
    MUNICIPALITIES,
    PARTNERS;

    static Optional<Side> of(String organisation) {
        if (organisation.matches("\\d{5}")) {
            return Optional.of(DISTRICT);
        }
        if (organisation.matches("\\d{8}")) {
            return Optional.of(MUNICIPALITIES);
        }
        if (organisation.matches("\\d{5}-[a-z0-9]+(-[a-z0-9]+)*")) {
            return Optional.of(PARTNERS);
        }
        return organisation.matches("\\d{2}-[a-z0-9]+(-[a-z0-9]+)*")
                ? Optional.of(STATE)
                : Optional.empty();
    }
}
