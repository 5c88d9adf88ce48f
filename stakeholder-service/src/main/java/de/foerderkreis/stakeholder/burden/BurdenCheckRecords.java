package de.foerderkreis.stakeholder.burden;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code burden_check}. */
@Repository
class BurdenCheckRecords {

    private final JdbcClient db;

    BurdenCheckRecords(JdbcClient db) {
        this.db = db;
    }

    List<BurdenCheck> ofRound(UUID roundId) {
        return db.sql("select * from burden_check where round_id = ? order by ags")
                .param(roundId)
                .query(BurdenCheckRecords::map)
                .list();
    }

    Optional<BurdenCheck> find(UUID roundId, String ags) {
        return db.sql("select * from burden_check where round_id = ? and ags = ?")
                .params(roundId, ags)
                .query(BurdenCheckRecords::map)
                .optional();
    }

    void insert(UUID roundId, String ags, String name, UUID caseId, UUID followUpId) {
        db.sql(
                        """
                        insert into burden_check (round_id, ags, name, case_id, follow_up_id) values (?, ?, ?, ?, ?)\
                        """)
                .params(roundId, ags, name, caseId, followUpId)
                .update();
    }

    boolean decide(
            UUID roundId, String ags, long seen, Outcome outcome, String reason, Instant at) {
        return db.sql(
                                """
                                update burden_check
                                set outcome = ?, reason = ?, decided_at = ?, version = version + 1
                                where round_id = ? and ags = ? and version = ?\
                                """)
                        .params(
                                outcome.name(),
                                reason,
                                at.atOffset(ZoneOffset.UTC),
                                roundId,
                                ags,
                                seen)
                        .update()
                == 1;
    }

    private static BurdenCheck map(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new BurdenCheck(
                row.getObject("round_id", UUID.class),
                row.getString("ags"),
                row.getString("name"),
                row.getObject("case_id", UUID.class),
                row.getObject("follow_up_id", UUID.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("reason"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getLong("version"));
    }
}
