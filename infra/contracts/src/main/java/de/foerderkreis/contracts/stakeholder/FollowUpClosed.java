package de.foerderkreis.contracts.stakeholder;

import java.util.UUID;

/** Published when a follow-up was decided or dropped; key: the case. */
public record FollowUpClosed(UUID caseId, UUID followUpId, long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
