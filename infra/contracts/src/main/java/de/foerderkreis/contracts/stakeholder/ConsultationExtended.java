package de.foerderkreis.contracts.stakeholder;

import java.time.LocalDate;
import java.util.UUID;

/** Published when the reply deadline of a round was moved; key: the round. */
public record ConsultationExtended(
        UUID roundId, UUID caseId, LocalDate dueOn, String reason, long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
