package de.foerderkreis.notification.task;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A milestone of a case (F70 to F76).
 *
 * @param code within the case, {@code M1}
 * @param status {@code WAITING, PLANNED, DUE, DONE, LATE, DROPPED}
 * @param expectedTo last day of the period expected today, else of the planned one; absent for an
 *     open end
 */
public record Milestone(
        UUID caseId, String code, String title, String status, @Nullable LocalDate expectedTo) {

    /** Whether it still lies ahead or is late; one that waits for its resolution does not press. */
    public boolean isAhead() {
        return switch (status) {
            case "PLANNED", "DUE", "LATE" -> true;
            default -> false;
        };
    }
}
