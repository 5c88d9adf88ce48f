package de.foerderkreis.contracts.stakeholder;

import java.time.Instant;
import java.util.UUID;

/**
 * Published when a municipality's statement is in on time; key: the round. Text and reasons stay
 * with stakeholder-service.
 *
 * @param position {@code APPROVE, APPROVE_WITH_CONDITIONS, NEUTRAL, REJECT, NO_OBJECTION}
 * @param channel {@code PORTAL, MAIL, LETTER, ORAL}
 * @param received how many municipalities have answered so far
 * @param asked how many were asked
 */
public record StatementSubmitted(
        UUID roundId,
        UUID caseId,
        UUID statementId,
        String ags,
        String position,
        String channel,
        Instant receivedAt,
        int received,
        int asked,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
