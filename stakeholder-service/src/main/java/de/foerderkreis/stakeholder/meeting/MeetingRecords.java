package de.foerderkreis.stakeholder.meeting;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersionsColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code body_meeting}. */
@Repository
class MeetingRecords {

    private static final String LATEST_FIRST =
            " order by meeting.held_on desc, meeting.id limit 200";

    private final JdbcClient db;
    private final FieldVersionsColumn fields;

    MeetingRecords(JdbcClient db, FieldVersionsColumn fields) {
        this.db = db;
        this.fields = fields;
    }

    Meeting require(UUID id) {
        return db.sql("select * from body_meeting where id = ?")
                .param(id)
                .query(this::map)
                .optional()
                .orElseThrow(() -> Problem.notFound("meeting"));
    }

    List<Meeting> all() {
        return db.sql("select * from body_meeting meeting" + LATEST_FIRST).query(this::map).list();
    }

    /** Meetings on days on which an organisation sat in their body. */
    List<Meeting> attendedBy(String organisation) {
        return db.sql(
                        """
                        select * from body_meeting meeting where exists (
                            select 1 from body_member member
                            where member.body_id = meeting.body_id and member.organisation = ?
                              and member.valid_from <= meeting.held_on
                              and (member.valid_to is null or member.valid_to >= meeting.held_on))\
                        """
                                + LATEST_FIRST)
                .param(organisation)
                .query(this::map)
                .list();
    }

    void insert(Meeting meeting) {
        var plan = meeting.plan();
        db.sql(
                        """
                        insert into body_meeting (id, body_id, held_on, source_date, place, agenda, invited_on)
                        values (?, ?, ?, ?, ?, ?, ?)\
                        """)
                .param(meeting.id())
                .param(meeting.bodyId())
                .param(plan.heldOn())
                .param(plan.sourceDate())
                .param(plan.place())
                .param(plan.agenda())
                .param(plan.invitedOn())
                .update();
    }

    void update(Meeting meeting) {
        var plan = meeting.plan();
        db.sql(
                        """
                        update body_meeting
                        set held_on = ?, source_date = ?, place = ?, agenda = ?, invited_on = ?, invitation = ?, minutes = ?,
                            version = ?, field_versions = ?::jsonb
                        where id = ?\
                        """)
                .param(plan.heldOn())
                .param(plan.sourceDate())
                .param(plan.place())
                .param(plan.agenda())
                .param(plan.invitedOn())
                .param(meeting.invitation())
                .param(meeting.minutes())
                .param(meeting.version())
                .param(fields.write(meeting.fields()))
                .param(meeting.id())
                .update();
    }

    private Meeting map(ResultSet row, int index) throws SQLException {
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getObject("body_id", UUID.class),
                new Meeting.Plan(
                        row.getObject("held_on", LocalDate.class),
                        row.getString("source_date"),
                        row.getString("place"),
                        row.getString("agenda"),
                        row.getObject("invited_on", LocalDate.class)),
                row.getString("invitation"),
                row.getString("minutes"),
                row.getLong("version"),
                fields.read(row.getString("field_versions")));
    }
}
