package de.foerderkreis.application.task;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do on a case.
 *
 * @param role realm role that has to act, for example {@code clerk}
 * @param page address in the portal where it is done
 * @param reason why it was dropped, or what came of it
 * @param version counts changes; a client sends the one it saw
 */
public record CaseTask(
        UUID id,
        UUID caseId,
        Kind kind,
        String title,
        String role,
        @Nullable LocalDate dueOn,
        String page,
        LocalDate openedOn,
        Status status,
        @Nullable String reason,
        @Nullable LocalDate closedOn,
        long version) {

    /** Why there is a task. */
    public enum Kind {
        /** A body deferred and ordered talks (F6). */
        FURTHER_TALKS,
        /** The Landrat was mandated to have the conception drafted (F8). */
        CONCEPTION_MANDATE,
        ANSWER_QUERY,
        OTHER
    }

    /** Life of a task; closed ones never open again. */
    public enum Status {
        OPEN,
        DONE,
        DROPPED
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    CaseTask closed(Status how, @Nullable String why, LocalDate on) {
        return new CaseTask(
                id, caseId, kind, title, role, dueOn, page, openedOn, how, why, on, version);
    }
}
