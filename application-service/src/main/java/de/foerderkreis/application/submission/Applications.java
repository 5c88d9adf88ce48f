package de.foerderkreis.application.submission;

import de.foerderkreis.application.dossier.DossierFreezing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored applications with their authors, conditions, steps and snapshots. */
@Repository
class Applications {

    private final JdbcClient jdbc;

    Applications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(FundingApplication it, Instant at) {
        jdbc.sql(
                        """
                        insert into application (id, case_id, stage, status, predecessor_id, cover_note, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(it.id(), it.caseId(), it.stage(), it.status().name())
                .param(it.predecessorId())
                .params(it.coverNote(), Timestamp.from(at))
                .update();
        addAuthors(it);
    }

    /** Writes on top of the version it was loaded with; false if somebody was faster. */
    boolean update(FundingApplication it) {
        var written =
                jdbc.sql(
                                        """
                                        update application set status = ?, cover_note = ?, approved_by = ?, submitted_on = ?,
                                            external_reference = ?, query_due_on = ?, decided_on = ?, version = version + 1
                                        where id = ? and version = ?
                                        """)
                                .params(it.status().name(), it.coverNote())
                                .param(it.approvedBy())
                                .param(it.submittedOn())
                                .param(it.externalReference())
                                .param(it.queryDueOn())
                                .param(it.decidedOn())
                                .params(it.id(), it.version())
                                .update()
                        == 1;
        addAuthors(it);
        for (int no = 1; no <= it.conditions().size(); no++) {
            var condition = it.conditions().get(no - 1);
            jdbc.sql(
                            """
                            insert into application_condition (application_id, no, text, due_on, requirement)
                            values (?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(it.id(), no, condition.text())
                    .param(condition.dueOn())
                    .param(condition.requirement())
                    .update();
        }
        return written;
    }

    void addChange(UUID applicationId, long version, String field) {
        jdbc.sql(
                        """
                        insert into application_change (application_id, version, field) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(applicationId, version, field)
                .update();
    }

    /** Fields changed since a version. */
    List<String> changedSince(UUID applicationId, long version) {
        return jdbc.sql(
                        """
                        select distinct field from application_change where application_id = ? and version > ?
                        order by field
                        """)
                .params(applicationId, version)
                .query((row, no) -> row.getString("field"))
                .list();
    }

    Optional<FundingApplication> find(UUID caseId, UUID id) {
        return jdbc.sql("select * from application where case_id = ? and id = ?")
                .params(caseId, id)
                .query(this::map)
                .optional();
    }

    List<FundingApplication> of(UUID caseId) {
        return jdbc.sql(
                        "select * from application where case_id = ? order by created_at, id limit 200")
                .param(caseId)
                .query(this::map)
                .list();
    }

    /** The application of a stage that counts now: the last one. */
    Optional<FundingApplication> latest(UUID caseId, int stage) {
        return of(caseId).stream().filter(it -> it.stage() == stage).reduce((first, last) -> last);
    }

    void addStep(UUID applicationId, Step it) {
        jdbc.sql(
                        """
                        insert into application_step (id, application_id, status, happened_on, note, recorded_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(it.id(), applicationId, it.status().name(), it.happenedOn())
                .param(it.note())
                .param(Timestamp.from(it.recordedAt()))
                .update();
    }

    List<Step> steps(UUID applicationId) {
        return jdbc.sql(
                        "select * from application_step where application_id = ? order by recorded_at, id")
                .param(applicationId)
                .query((row, no) ->
                        new Step(
                                row.getObject("id", UUID.class),
                                ApplicationStatus.valueOf(row.getString("status")),
                                row.getObject("happened_on", LocalDate.class),
                                row.getString("note"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void freeze(UUID applicationId, Snapshot snapshot, DossierFreezing.Frozen dossier, Instant at) {
        jdbc.sql(
                        """
                        insert into application_dossier (application_id, dossier_no, sha256) values (?, ?, ?)
                        """)
                .params(applicationId, dossier.no(), dossier.sha256())
                .update();
        jdbc.sql(
                        """
                        insert into application_snapshot (application_id, sha256, content, frozen_at) values (?, ?, ?, ?)
                        """)
                .params(applicationId, snapshot.sha256(), snapshot.content(), Timestamp.from(at))
                .update();
    }

    Optional<Snapshot> snapshot(UUID applicationId) {
        return jdbc.sql("select sha256, content from application_snapshot where application_id = ?")
                .param(applicationId)
                .query((row, no) -> new Snapshot(row.getString("sha256"), row.getString("content")))
                .optional();
    }

    /** Number of the dossier that went out with an application. */
    Optional<Integer> dossier(UUID applicationId) {
        return jdbc.sql("select dossier_no from application_dossier where application_id = ?")
                .param(applicationId)
                .query(Integer.class)
                .optional();
    }

    private void addAuthors(FundingApplication it) {
        for (var author : it.authors()) {
            jdbc.sql(
                            """
                            insert into application_author (application_id, subject) values (?, ?) on conflict do nothing
                            """)
                    .params(it.id(), author)
                    .update();
        }
    }

    private FundingApplication map(ResultSet row, int no) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var authors =
                jdbc.sql("select subject from application_author where application_id = ?")
                        .param(id)
                        .query((author, n) -> author.getString("subject"))
                        .list();
        var conditions =
                jdbc.sql("select * from application_condition where application_id = ? order by no")
                        .param(id)
                        .query((condition, n) ->
                                new Condition(
                                        condition.getString("text"),
                                        condition.getObject("due_on", LocalDate.class),
                                        condition.getString("requirement")))
                        .list();
        return new FundingApplication(
                id,
                row.getObject("case_id", UUID.class),
                row.getInt("stage"),
                row.getObject("predecessor_id", UUID.class),
                new LinkedHashSet<>(authors),
                ApplicationStatus.valueOf(row.getString("status")),
                row.getString("cover_note"),
                row.getString("approved_by"),
                row.getObject("submitted_on", LocalDate.class),
                row.getString("external_reference"),
                row.getObject("query_due_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                conditions,
                row.getLong("version"));
    }

    /** Something that happened to an application. */
    record Step(
            UUID id,
            ApplicationStatus status,
            LocalDate happenedOn,
            @Nullable String note,
            Instant recordedAt) {}
}
