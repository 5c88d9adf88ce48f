package de.foerderkreis.contracts.stakeholder;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Published when a reminder of a round fell due, naming exactly the municipalities that have not
 * answered; key: the round.
 *
 * @param number 1 for the first reminder
 * @param manual whether a clerk asked for it beside the schedule
 */
public record ConsultationReminderDue(
        UUID roundId,
        UUID caseId,
        String title,
        int number,
        boolean manual,
        LocalDate dueOn,
        List<String> municipalities,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.v1";
}
