package de.foerderkreis.stakeholder.body;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersionsColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code body}. */
@Repository
class BodyRecords {

    private final JdbcClient db;
    private final FieldVersionsColumn fields;

    BodyRecords(JdbcClient db, FieldVersionsColumn fields) {
        this.db = db;
        this.fields = fields;
    }

    Body require(UUID id) {
        return db.sql("select * from body where id = ?")
                .param(id)
                .query(this::map)
                .optional()
                .orElseThrow(() -> Problem.notFound("body"));
    }

    List<Body> all() {
        return db.sql("select * from body order by name collate \"de-x-icu\", id limit 200")
                .query(this::map)
                .list();
    }

    /** Bodies an organisation sits in on a day. */
    List<Body> seating(String organisation, LocalDate day) {
        return db.sql(
                        """
                        select * from body where exists (
                            select 1 from body_member member
                            where member.body_id = body.id and member.organisation = ?
                              and member.valid_from <= ? and (member.valid_to is null or member.valid_to >= ?))
                        order by name collate "de-x-icu", id limit 200\
                        """)
                .params(organisation, day, day)
                .query(this::map)
                .list();
    }

    /** Stores a new body unless its code is taken. */
    boolean insert(Body body) {
        return db.sql(
                                """
                                insert into body (id, code, name, kind, lead_unit) values (?, ?, ?, ?, ?)
                                on conflict do nothing\
                                """)
                        .params(
                                body.id(),
                                body.code(),
                                body.name(),
                                body.kind().name(),
                                body.leadUnit())
                        .update()
                == 1;
    }

    void update(Body body) {
        var founding = body.founding();
        db.sql(
                        """
                        update body
                        set name = ?, lead_unit = ?, founded_on = ?, founded_for = ?, founding_minutes = ?, version = ?,
                            field_versions = ?::jsonb
                        where id = ?\
                        """)
                .param(body.name())
                .param(body.leadUnit())
                .param(founding == null ? null : founding.on())
                .param(founding == null ? null : founding.caseId())
                .param(founding == null ? null : founding.minutesSha256())
                .param(body.version())
                .param(fields.write(body.fields()))
                .param(body.id())
                .update();
    }

    private Body map(ResultSet row, int index) throws SQLException {
        return new Body(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                BodyKind.valueOf(row.getString("kind")),
                row.getString("lead_unit"),
                founding(row),
                row.getLong("version"),
                fields.read(row.getString("field_versions")));
    }

    private static Body.@Nullable Founding founding(ResultSet row) throws SQLException {
        var on = row.getObject("founded_on", LocalDate.class);
        return on == null
                ? null
                : new Body.Founding(
                        on,
                        row.getObject("founded_for", UUID.class),
                        row.getString("founding_minutes"));
    }
}
