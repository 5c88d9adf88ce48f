package de.foerderkreis.application.annex;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored annexes. */
@Repository
class Annexes {

    private final JdbcClient jdbc;

    Annexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID caseId, int no) {
        jdbc.sql("insert into annex (case_id, no) values (?, ?)").params(caseId, no).update();
    }

    List<Annex> of(UUID caseId) {
        return jdbc.sql("select * from annex where case_id = ? order by no")
                .param(caseId)
                .query(Annexes::map)
                .list();
    }

    Optional<Annex> find(UUID caseId, int no) {
        return jdbc.sql("select * from annex where case_id = ? and no = ?")
                .params(caseId, no)
                .query(Annexes::map)
                .optional();
    }

    /** Writes on top of the version it was made from; false if somebody was faster. */
    boolean update(Annex it) {
        return jdbc.sql(
                                """
                                update annex set document_sha256 = ?, waived_reason = ?, text = ?, version = version + 1
                                where case_id = ? and no = ? and version = ?
                                """)
                        .param(it.documentSha256())
                        .param(it.waivedReason())
                        .param(it.text())
                        .params(it.caseId(), it.no(), it.version())
                        .update()
                == 1;
    }

    private static Annex map(ResultSet row, int no) throws SQLException {
        return new Annex(
                row.getObject("case_id", UUID.class),
                row.getInt("no"),
                row.getString("document_sha256"),
                row.getString("waived_reason"),
                row.getString("text"),
                row.getLong("version"));
    }
}
