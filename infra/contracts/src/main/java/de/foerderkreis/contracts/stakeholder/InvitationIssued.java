package de.foerderkreis.contracts.stakeholder;

import java.time.Instant;
import java.util.UUID;

/**
 * Carries a one-time link to the one who has to send it; readable by notification-service alone,
 * kept for days only. Key: the invitation. The producer keeps a hash of the token and nothing else.
 *
 * @param purpose what the link is for: {@code COOPERATION}
 * @param token secret part of the address {@code /l/token}
 * @param validUntil instant at which the link ends
 */
public record InvitationIssued(
        UUID invitationId,
        UUID contactId,
        UUID caseId,
        String purpose,
        String token,
        Instant validUntil,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.invitations.v1";
}
