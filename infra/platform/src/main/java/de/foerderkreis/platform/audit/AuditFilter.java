package de.foerderkreis.platform.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail; what is absent does not narrow.
 *
 * @param actor pseudonymous id, as the entries show it
 * @param from first business day
 * @param to last business day
 * @param before only entries with a smaller number: where the page before ended
 */
public record AuditFilter(
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String actor,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long before) {

    static AuditFilter ofObject(
            @Nullable String objectType, @Nullable String objectId, @Nullable Long before) {
        return new AuditFilter(objectType, objectId, null, null, null, null, before);
    }
}
