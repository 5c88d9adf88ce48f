package de.foerderkreis.application.fundingcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * When and by whom something was recorded. Districts begin in the middle of a case: what happened
 * before the case was entered here carries that it was recorded afterwards (domain 2.17).
 *
 * @param at business instant
 * @param by role of whoever recorded it, upper case; {@code SYSTEM} where nobody did. Never a name.
 * @param afterwards whether it happened before the case was entered in this system
 */
public record Recording(Instant at, String by, boolean afterwards) {

    /** Reads the columns {@code recorded_at, recorded_by, recorded_afterwards}. */
    public static Recording of(ResultSet row) throws SQLException {
        return new Recording(
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getBoolean("recorded_afterwards"));
    }
}
