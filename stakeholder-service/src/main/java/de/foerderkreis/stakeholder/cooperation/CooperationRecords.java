package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersionsColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code cooperation}. */
@Repository
class CooperationRecords {

    private static final String SELECT = "select * from cooperation ";
    private static final String ORDER = "order by asked_on, category, partner limit 500";

    private final JdbcClient db;
    private final FieldVersionsColumn fields;

    CooperationRecords(JdbcClient db, FieldVersionsColumn fields) {
        this.db = db;
        this.fields = fields;
    }

    Cooperation require(UUID id) {
        return db.sql(SELECT + "where id = ?")
                .param(id)
                .query(this::map)
                .optional()
                .orElseThrow(() -> Problem.notFound("cooperation"));
    }

    List<Cooperation> all() {
        return db.sql(SELECT + ORDER).query(this::map).list();
    }

    List<Cooperation> ofPartner(String alias) {
        return db.sql(SELECT + "where partner = ? " + ORDER).param(alias).query(this::map).list();
    }

    /** Stores a new request unless this partner was asked in the case already. */
    boolean insert(Cooperation it) {
        return db.sql(
                                """
                                insert into cooperation (id, case_id, partner, category, request, asked_on, due_on, status)
                                values (?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing\
                                """)
                        .params(
                                it.id(),
                                it.caseId(),
                                it.partner(),
                                it.category(),
                                it.request(),
                                it.askedOn(),
                                it.dueOn(),
                                it.status().name())
                        .update()
                == 1;
    }

    void answer(Cooperation it, Answer answer) {
        db.sql(
                        """
                        update cooperation
                        set status = ?, channel = ?, answered_at = ?, function = ?, note = ?, letter = ?, version = ?,
                            field_versions = ?::jsonb
                        where id = ?\
                        """)
                .param(it.status().name())
                .param(answer.channel().name())
                .param(answer.at().atOffset(ZoneOffset.UTC))
                .param(answer.function())
                .param(answer.note())
                .param(answer.letterSha256())
                .param(it.version())
                .param(fields.write(it.fields()))
                .param(it.id())
                .update();
    }

    private Cooperation map(ResultSet row, int index) throws SQLException {
        return new Cooperation(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("partner"),
                row.getString("category"),
                row.getString("request"),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                answer(row),
                row.getLong("version"),
                fields.read(row.getString("field_versions")));
    }

    private static @Nullable Answer answer(ResultSet row) throws SQLException {
        var at = row.getObject("answered_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Answer(
                        row.getString("status").equals(CooperationStatus.CONFIRMED.name()),
                        AnswerChannel.valueOf(row.getString("channel")),
                        row.getString("function"),
                        row.getString("note"),
                        at.toInstant(),
                        row.getString("letter"));
    }
}
