package de.foerderkreis.application.council;

import de.foerderkreis.application.fundingcase.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored resolutions. */
@Repository
class Resolutions {

    private static final String ALL =
            """
            select r.*, i.id as agenda_item_id from resolution r
            left join agenda_item i on i.resolution_id = r.id
            """;

    private final JdbcClient jdbc;

    Resolutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Resolution it) {
        var recording = Objects.requireNonNull(it.recording(), "a new resolution has a recorder");
        jdbc.sql(
                        """
                        insert into resolution (id, case_id, body, decided_on, outcome, subject, document_sha256, resolves,
                            recorded_at, recorded_by, recorded_afterwards)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        it.id(),
                        it.caseId(),
                        it.body().name(),
                        it.decidedOn(),
                        it.outcome().name(),
                        it.subject())
                .param(it.documentSha256())
                .params(
                        it.resolves().name(),
                        Timestamp.from(recording.at()),
                        recording.by(),
                        recording.afterwards())
                .update();
    }

    List<Resolution> of(UUID caseId) {
        return jdbc.sql(ALL + " where r.case_id = ? order by r.decided_on, r.id limit 200")
                .param(caseId)
                .query(Resolutions::map)
                .list();
    }

    Optional<Resolution> find(UUID caseId, UUID id) {
        return jdbc.sql(ALL + " where r.case_id = ? and r.id = ?")
                .params(caseId, id)
                .query(Resolutions::map)
                .optional();
    }

    private static Resolution map(ResultSet row, int no) throws SQLException {
        var body = Body.valueOf(row.getString("body"));
        var resolves = row.getString("resolves");
        return new Resolution(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                body,
                row.getObject("decided_on", LocalDate.class),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("subject"),
                row.getString("document_sha256"),
                resolves == null ? Resolution.usual(body) : Resolves.valueOf(resolves),
                row.getObject("agenda_item_id", UUID.class),
                row.getString("recorded_by") == null ? null : Recording.of(row));
    }
}
