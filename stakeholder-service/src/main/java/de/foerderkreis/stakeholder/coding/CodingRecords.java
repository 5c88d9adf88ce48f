package de.foerderkreis.stakeholder.coding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code reason_coding}. */
@Repository
class CodingRecords {

    private final JdbcClient db;

    CodingRecords(JdbcClient db) {
        this.db = db;
    }

    Optional<Coding> find(UUID statementId) {
        return db.sql("select * from reason_coding where statement_id = ?")
                .param(statementId)
                .query(CodingRecords::map)
                .optional();
    }

    List<Coding> ofRound(UUID roundId) {
        return db.sql("select * from reason_coding where round_id = ? order by ags, coded_at")
                .param(roundId)
                .query(CodingRecords::map)
                .list();
    }

    boolean insert(Coded statement, List<Reason> reasons, String by, Instant at) {
        return db.sql(
                                """
                                insert into reason_coding (statement_id, round_id, ags, reasons, coded_by, coded_at)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing\
                                """)
                        .params(
                                statement.statementId(),
                                statement.roundId(),
                                statement.ags(),
                                names(reasons),
                                by,
                                at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean update(
            UUID statementId,
            long seen,
            List<Reason> reasons,
            @Nullable String answer,
            String by,
            Instant at) {
        return db.sql(
                                """
                                update reason_coding
                                set reasons = ?, answer = ?, coded_by = ?, coded_at = ?, version = version + 1
                                where statement_id = ? and version = ?\
                                """)
                        .param(names(reasons))
                        .param(answer)
                        .param(by)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(statementId)
                        .param(seen)
                        .update()
                == 1;
    }

    boolean object(UUID statementId, long seen, String text, Instant at) {
        return db.sql(
                                """
                                update reason_coding
                                set objection = ?, objected_at = ?, answer = null, version = version + 1
                                where statement_id = ? and version = ?\
                                """)
                        .params(text, at.atOffset(ZoneOffset.UTC), statementId, seen)
                        .update()
                == 1;
    }

    private static String[] names(List<Reason> reasons) {
        return reasons.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Coding map(ResultSet row, int index) throws SQLException {
        var objectedAt = row.getObject("objected_at", OffsetDateTime.class);
        return new Coding(
                row.getObject("statement_id", UUID.class),
                row.getString("ags"),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(Reason::valueOf)
                        .toList(),
                row.getObject("coded_at", OffsetDateTime.class).toInstant(),
                row.getString("objection"),
                objectedAt == null ? null : objectedAt.toInstant(),
                row.getString("answer"),
                row.getLong("version"));
    }
}
