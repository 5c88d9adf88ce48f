package de.foerderkreis.finance.reference;

import java.time.LocalDate;
import java.util.UUID;

/** A case as application-service last described it. */
public record FundingCase(
        UUID id,
        String title,
        String fileReference,
        String programmeCode,
        String status,
        LocalDate openedOn) {

    /** Table whose row orders what this service says of a case. */
    public static final String TABLE = "funding_case";
}
