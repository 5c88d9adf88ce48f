package de.foerderkreis.application.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored resolutions. */
@Repository
class Resolutions {

    private final JdbcClient jdbc;

    Resolutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Resolution it, Instant recordedAt) {
        jdbc.sql(
                        """
                        insert into resolution (id, case_id, body, decided_on, outcome, subject, document_sha256, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        it.id(),
                        it.caseId(),
                        it.body().name(),
                        it.decidedOn(),
                        it.outcome().name(),
                        it.subject())
                .param(it.documentSha256())
                .param(Timestamp.from(recordedAt))
                .update();
    }

    List<Resolution> of(UUID caseId) {
        return jdbc.sql(
                        "select * from resolution where case_id = ? order by decided_on, id limit 200")
                .param(caseId)
                .query(Resolutions::map)
                .list();
    }

    private static Resolution map(ResultSet row, int no) throws SQLException {
        return new Resolution(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                Body.valueOf(row.getString("body")),
                row.getObject("decided_on", LocalDate.class),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("subject"),
                row.getString("document_sha256"));
    }
}
