package de.foerderkreis.stakeholder.followup;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersionsColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code follow_up}. */
@Repository
class FollowUpRecords {

    private static final String SELECT = "select * from follow_up ";
    private static final String GOING_ON_FIRST =
            "order by status in ('DONE', 'DROPPED'), due_on nulls last, opened_at, id limit 200";

    private final JdbcClient db;
    private final FieldVersionsColumn fields;

    FollowUpRecords(JdbcClient db, FieldVersionsColumn fields) {
        this.db = db;
        this.fields = fields;
    }

    FollowUp require(UUID id) {
        return db.sql(SELECT + "where id = ?")
                .param(id)
                .query(this::map)
                .optional()
                .orElseThrow(() -> Problem.notFound("follow-up"));
    }

    List<FollowUp> all() {
        return db.sql(SELECT + GOING_ON_FIRST).query(this::map).list();
    }

    List<FollowUp> ofCase(UUID caseId) {
        return db.sql(SELECT + "where case_id = ? " + GOING_ON_FIRST)
                .param(caseId)
                .query(this::map)
                .list();
    }

    void insert(FollowUp it) {
        db.sql(
                        """
                        insert into follow_up (id, case_id, kind, title, role, page, status, due_on, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .param(it.id())
                .param(it.caseId())
                .param(it.kind().name())
                .param(it.title())
                .param(it.role())
                .param(it.page())
                .param(it.status().name())
                .param(it.dueOn())
                .param(utc(it.openedAt()))
                .update();
    }

    void update(FollowUp it) {
        db.sql(
                        """
                        update follow_up
                        set status = ?, due_on = ?, reason = ?, closed_at = ?, version = ?, field_versions = ?::jsonb
                        where id = ?\
                        """)
                .param(it.status().name())
                .param(it.dueOn())
                .param(it.reason())
                .param(utc(it.closedAt()))
                .param(it.version())
                .param(fields.write(it.fields()))
                .param(it.id())
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private FollowUp map(ResultSet row, int index) throws SQLException {
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new FollowUp(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                FollowUpKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("role"),
                row.getString("page"),
                FollowUpStatus.valueOf(row.getString("status")),
                row.getObject("due_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getLong("version"),
                fields.read(row.getString("field_versions")));
    }
}
