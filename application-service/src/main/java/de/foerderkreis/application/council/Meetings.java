package de.foerderkreis.application.council;

import de.foerderkreis.application.fundingcase.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored meetings with their agenda. */
@Repository
class Meetings {

    private final JdbcClient jdbc;

    Meetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Meeting it) {
        jdbc.sql(
                        """
                        insert into meeting (id, case_id, body, held_on, invited_on, recorded_at, recorded_by,
                            recorded_afterwards)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(it.id(), it.caseId(), it.body().name(), it.heldOn())
                .param(it.invitedOn())
                .params(
                        Timestamp.from(it.recording().at()),
                        it.recording().by(),
                        it.recording().afterwards())
                .update();
    }

    void insert(UUID caseId, AgendaItem it) {
        jdbc.sql(
                        """
                        insert into agenda_item (id, case_id, meeting_id, number, title, public_item, competence, motion_id,
                            paper_ids)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        it.id(),
                        caseId,
                        it.meetingId(),
                        it.number(),
                        it.title(),
                        it.publicItem(),
                        it.competence().name())
                .param(it.motionId())
                .param(it.paperIds().toArray(UUID[]::new))
                .update();
    }

    /** Writes an outcome on top of the version it was made from; false if somebody was faster. */
    boolean update(AgendaItem it) {
        var outcome = it.outcome();
        var votes = it.votes();
        return jdbc.sql(
                                """
                                update agenda_item set outcome = ?, yes = ?, no = ?, abstain = ?, note = ?, resolution_id = ?,
                                    version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(outcome == null ? null : outcome.name())
                        .param(votes == null ? null : votes.yes())
                        .param(votes == null ? null : votes.no())
                        .param(votes == null ? null : votes.abstain())
                        .param(it.note())
                        .param(it.resolutionId())
                        .params(it.id(), it.version())
                        .update()
                == 1;
    }

    List<Meeting> of(UUID caseId) {
        var items =
                jdbc
                        .sql(
                                """
                                select * from agenda_item where case_id = ?
                                order by meeting_id, length(number), number limit 1000
                                """)
                        .param(caseId)
                        .query(Meetings::item)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(AgendaItem::meetingId));
        return jdbc
                .sql("select * from meeting where case_id = ? order by held_on, id limit 200")
                .param(caseId)
                .query(Meetings::meeting)
                .list()
                .stream()
                .map(it -> it.with(items.getOrDefault(it.id(), List.of())))
                .toList();
    }

    Optional<Meeting> find(UUID caseId, UUID id) {
        return of(caseId).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static Meeting meeting(ResultSet row, int no) throws SQLException {
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                Body.valueOf(row.getString("body")),
                row.getObject("held_on", LocalDate.class),
                row.getObject("invited_on", LocalDate.class),
                List.of(),
                Recording.of(row));
    }

    private static AgendaItem item(ResultSet row, int no) throws SQLException {
        var outcome = row.getString("outcome");
        var counted = row.getObject("yes") != null;
        return new AgendaItem(
                row.getObject("id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getBoolean("public_item"),
                Competence.valueOf(row.getString("competence")),
                row.getObject("motion_id", UUID.class),
                List.of((UUID[]) row.getArray("paper_ids").getArray()),
                outcome == null ? null : Outcome.valueOf(outcome),
                counted
                        ? new Votes(row.getInt("yes"), row.getInt("no"), row.getInt("abstain"))
                        : null,
                row.getString("note"),
                row.getObject("resolution_id", UUID.class),
                row.getLong("version"));
    }
}
