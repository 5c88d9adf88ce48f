package de.foerderkreis.application.council;

import de.foerderkreis.application.council.Motion.Mandate;
import de.foerderkreis.application.fundingcase.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored motions with the mandates they ask for. */
@Repository
class Motions {

    private final JdbcClient jdbc;

    Motions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Motion it) {
        var mandate = it.mandate();
        jdbc.sql(
                        """
                        insert into motion (id, case_id, dated_on, proposers, subject, wording, document_sha256, mandate,
                            mandate_status, recorded_at, recorded_by, recorded_afterwards)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        it.id(),
                        it.caseId(),
                        it.datedOn(),
                        it.proposers().toArray(String[]::new),
                        it.subject())
                .param(it.wording())
                .param(it.documentSha256())
                .param(mandate == null ? null : mandate.text())
                .param(mandate == null ? null : mandate.state().name())
                .params(
                        Timestamp.from(it.recording().at()),
                        it.recording().by(),
                        it.recording().afterwards())
                .update();
    }

    /** Notes what a body decided on a proposed mandate; a decided one stays as it is. */
    boolean decide(UUID id, Mandate.State state, LocalDate on) {
        return jdbc.sql(
                                """
                                update motion set mandate_status = ?, mandate_decided_on = ?
                                where id = ? and mandate_status = 'PROPOSED'
                                """)
                        .params(state.name(), on, id)
                        .update()
                == 1;
    }

    Optional<Motion> find(UUID caseId, UUID id) {
        return jdbc.sql("select * from motion where case_id = ? and id = ?")
                .params(caseId, id)
                .query(Motions::map)
                .optional();
    }

    List<Motion> of(UUID caseId) {
        return jdbc.sql("select * from motion where case_id = ? order by dated_on, id limit 200")
                .param(caseId)
                .query(Motions::map)
                .list();
    }

    private static Motion map(ResultSet row, int no) throws SQLException {
        return new Motion(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("dated_on", LocalDate.class),
                List.of((String[]) row.getArray("proposers").getArray()),
                row.getString("subject"),
                row.getString("wording"),
                row.getString("document_sha256"),
                mandate(row),
                Recording.of(row));
    }

    private static @Nullable Mandate mandate(ResultSet row) throws SQLException {
        var text = row.getString("mandate");
        return text == null
                ? null
                : new Mandate(
                        text,
                        Mandate.State.valueOf(row.getString("mandate_status")),
                        row.getObject("mandate_decided_on", LocalDate.class));
    }
}
