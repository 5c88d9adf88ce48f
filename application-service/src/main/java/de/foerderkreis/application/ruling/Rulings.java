package de.foerderkreis.application.ruling;

import de.foerderkreis.application.fundingcase.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored rulings. */
@Repository
class Rulings {

    private final JdbcClient jdbc;

    Rulings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Ruling it) {
        jdbc.sql(
                        """
                        insert into ruling (id, case_id, authority, question, outcome, ruled_on, recorded_at, recorded_by,
                            recorded_afterwards, answer, reason, minimum_posts, minimum_teachers, document_sha256)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        it.id(),
                        it.caseId(),
                        it.authority(),
                        it.question(),
                        it.outcome().name(),
                        it.ruledOn(),
                        Timestamp.from(it.recording().at()),
                        it.recording().by(),
                        it.recording().afterwards())
                .param(it.answer())
                .param(it.reason())
                .param(it.minimumPosts())
                .param(it.minimumTeachers())
                .param(it.documentSha256())
                .update();
    }

    /** Writes on top of the version it was made from; false if somebody was faster. */
    boolean update(Ruling it) {
        return jdbc.sql(
                                """
                                update ruling set answer = ?, reason = ?, outcome = ?, ruled_on = ?, minimum_posts = ?,
                                    minimum_teachers = ?, document_sha256 = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(it.answer())
                        .param(it.reason())
                        .param(it.outcome().name())
                        .param(it.ruledOn())
                        .param(it.minimumPosts())
                        .param(it.minimumTeachers())
                        .param(it.documentSha256())
                        .params(it.id(), it.version())
                        .update()
                == 1;
    }

    Optional<Ruling> find(UUID caseId, UUID id) {
        return jdbc.sql("select * from ruling where case_id = ? and id = ?")
                .params(caseId, id)
                .query(Rulings::map)
                .optional();
    }

    List<Ruling> of(UUID caseId) {
        return jdbc.sql("select * from ruling where case_id = ? order by ruled_on, id limit 200")
                .param(caseId)
                .query(Rulings::map)
                .list();
    }

    private static Ruling map(ResultSet row, int no) throws SQLException {
        return new Ruling(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("authority"),
                row.getString("question"),
                row.getString("answer"),
                row.getString("reason"),
                Ruling.Outcome.valueOf(row.getString("outcome")),
                row.getObject("ruled_on", LocalDate.class),
                row.getBigDecimal("minimum_posts"),
                row.getObject("minimum_teachers", Integer.class),
                row.getString("document_sha256"),
                row.getLong("version"),
                Recording.of(row));
    }
}
