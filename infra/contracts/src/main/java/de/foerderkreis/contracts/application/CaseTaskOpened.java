package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published when something has to be done on a case, for example talks that a body ordered (F6);
 * key: the case.
 *
 * @param kind {@code FURTHER_TALKS, CONCEPTION_MANDATE, ANSWER_QUERY, OTHER}
 * @param title what is to be done, as a person wrote it or the service names it
 * @param role realm role that has to act, for example {@code clerk}
 * @param page address in the portal where it is done
 */
public record CaseTaskOpened(
        UUID caseId,
        UUID taskId,
        String kind,
        String title,
        String role,
        @Nullable LocalDate dueOn,
        String page,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
