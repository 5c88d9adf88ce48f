package de.foerderkreis.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail, as it is hashed, exported and shown.
 *
 * @param at business instant
 * @param recordedAt the machine's time
 * @param actor pseudonymous id, or {@code system}
 * @param functions roles of the actor, sorted
 * @param before JSON
 * @param after JSON
 */
public record AuditEntry(
        long seq,
        UUID id,
        String district,
        Instant at,
        Instant recordedAt,
        String actor,
        String functions,
        String organisation,
        String action,
        String objectType,
        String objectId,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        @Nullable String traceparent) {

    static final String COLUMNS =
            "e.seq, e.id, e.district, e.at, e.recorded_at, e.actor, e.functions, e.organisation, e.action, e.object_type,"
                    + " e.object_id, e.before, e.after, e.reason, e.traceparent";

    static AuditEntry of(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("district"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("functions"),
                row.getString("organisation"),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("traceparent"));
    }

    /** Covers every member. */
    String hash() {
        return AuditHash.of(
                Long.toString(seq),
                id.toString(),
                district,
                at.toString(),
                recordedAt.toString(),
                actor,
                functions,
                organisation,
                action,
                objectType,
                objectId,
                before,
                after,
                reason,
                traceparent);
    }
}
