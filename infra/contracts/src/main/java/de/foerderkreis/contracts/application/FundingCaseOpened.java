package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Published once a district has opened a case under a funding programme; key: the case.
 *
 * @param openedOn business date, may lie before the system was used
 */
public record FundingCaseOpened(
        UUID caseId,
        String title,
        String fileReference,
        String programmeCode,
        LocalDate openedOn,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
