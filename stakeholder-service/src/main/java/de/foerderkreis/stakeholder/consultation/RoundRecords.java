package de.foerderkreis.stakeholder.consultation;

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

/** Rows of {@code consultation_round}. */
@Repository
class RoundRecords {

    private final JdbcClient db;
    private final FieldVersionsColumn fields;

    RoundRecords(JdbcClient db, FieldVersionsColumn fields) {
        this.db = db;
        this.fields = fields;
    }

    ConsultationRound require(UUID id) {
        return db.sql("select * from consultation_round where id = ?")
                .param(id)
                .query(this::map)
                .optional()
                .orElseThrow(() -> Problem.notFound("round"));
    }

    List<ConsultationRound> all() {
        return db.sql("select * from consultation_round order by due_on desc, id desc limit 200")
                .query(this::map)
                .list();
    }

    /** Rounds a town was asked in. */
    List<ConsultationRound> sentTo(String ags) {
        return db.sql(
                        """
                        select round.* from consultation_round round
                        join consultation_addressee addressee on addressee.round_id = round.id
                        where addressee.ags = ? and round.status not in ('PREPARED', 'CANCELLED')
                        order by round.due_on desc, round.id desc limit 200\
                        """)
                .param(ags)
                .query(this::map)
                .list();
    }

    void insert(ConsultationRound round) {
        db.sql(
                        """
                        insert into consultation_round (id, case_id, title, kind, agreement_mode, silence_means, status,
                                                        due_on, reminder_days)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        round.id(),
                        round.caseId(),
                        round.title(),
                        round.kind().name(),
                        round.agreementMode().name(),
                        round.silenceMeans().name(),
                        round.status().name(),
                        round.dueOn(),
                        round.reminderDays().toArray(Integer[]::new))
                .update();
    }

    void update(ConsultationRound round) {
        db.sql(
                        """
                        update consultation_round
                        set status = ?, sent_on = ?, due_on = ?, opened_at = ?, closed_at = ?, levy_base_id = ?,
                            conception_version = ?, version = ?, field_versions = ?::jsonb
                        where id = ?\
                        """)
                .param(round.status().name())
                .param(round.sentOn())
                .param(round.dueOn())
                .param(utc(round.openedAt()))
                .param(utc(round.closedAt()))
                .param(round.levyBaseId())
                .param(round.conceptionVersion())
                .param(round.version())
                .param(fields.write(round.fields()))
                .param(round.id())
                .update();
    }

    void countReminder(UUID id) {
        db.sql("update consultation_round set reminders_sent = reminders_sent + 1 where id = ?")
                .param(id)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private ConsultationRound map(ResultSet row, int index) throws SQLException {
        return new ConsultationRound(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("title"),
                RoundKind.valueOf(row.getString("kind")),
                AgreementMode.valueOf(row.getString("agreement_mode")),
                SilenceMeans.valueOf(row.getString("silence_means")),
                RoundStatus.valueOf(row.getString("status")),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                List.of((Integer[]) row.getArray("reminder_days").getArray()),
                row.getInt("reminders_sent"),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                row.getObject("levy_base_id", UUID.class),
                row.getObject("conception_version", Integer.class),
                row.getLong("version"),
                fields.read(row.getString("field_versions")));
    }
}
