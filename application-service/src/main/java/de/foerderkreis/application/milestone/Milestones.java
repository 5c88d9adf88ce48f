package de.foerderkreis.application.milestone;

import de.foerderkreis.application.fundingcase.Recording;
import de.foerderkreis.application.programme.Timespan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored milestones. */
@Repository
class Milestones {

    private final JdbcClient jdbc;

    Milestones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new one; false if the case has it already. */
    boolean insert(Milestone it) {
        return jdbc.sql(
                                """
                                insert into milestone (case_id, code, planned, status) values (?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(it.caseId(), it.code(), it.planned().toString(), it.status().name())
                        .update()
                == 1;
    }

    /** Writes on top of the version it was made from; false if somebody was faster. */
    boolean update(Milestone it) {
        var recording = it.recording();
        return jdbc.sql(
                                """
                                update milestone set planned = ?, forecast = ?, actual = ?, status = ?, reason = ?,
                                    recorded_at = ?, recorded_by = ?, recorded_afterwards = ?, version = version + 1
                                where case_id = ? and code = ? and version = ?
                                """)
                        .param(it.planned().toString())
                        .param(text(it.forecast()))
                        .param(text(it.actual()))
                        .param(it.status().name())
                        .param(it.reason())
                        .param(recording == null ? null : Timestamp.from(recording.at()))
                        .param(recording == null ? null : recording.by())
                        .param(recording == null ? null : recording.afterwards())
                        .params(it.caseId(), it.code(), it.version())
                        .update()
                == 1;
    }

    Optional<Milestone> find(UUID caseId, String code) {
        return jdbc.sql("select * from milestone where case_id = ? and code = ?")
                .params(caseId, code)
                .query(Milestones::map)
                .optional();
    }

    List<Milestone> of(UUID caseId) {
        return jdbc.sql("select * from milestone where case_id = ? order by length(code), code")
                .param(caseId)
                .query(Milestones::map)
                .list();
    }

    private static @Nullable String text(@Nullable Timespan it) {
        return it == null ? null : it.toString();
    }

    private static @Nullable Timespan span(@Nullable String text) {
        return text == null ? null : Timespan.parse(text);
    }

    private static Milestone map(ResultSet row, int no) throws SQLException {
        return new Milestone(
                row.getObject("case_id", UUID.class),
                row.getString("code"),
                Timespan.parse(row.getString("planned")),
                span(row.getString("forecast")),
                span(row.getString("actual")),
                MilestoneStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("recorded_by") == null ? null : Recording.of(row),
                row.getLong("version"));
    }
}
