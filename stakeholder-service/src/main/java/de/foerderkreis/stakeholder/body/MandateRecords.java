package de.foerderkreis.stakeholder.body;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code body_mandate} and {@code resolution_copy}. */
@Repository
class MandateRecords {

    private final JdbcClient db;

    MandateRecords(JdbcClient db) {
        this.db = db;
    }

    List<Mandate> of(UUID bodyId) {
        return db.sql(
                        "select * from body_mandate where body_id = ? order by case_id, phase limit 200")
                .param(bodyId)
                .query(MandateRecords::map)
                .list();
    }

    /** Stores a new mandate unless its phase is given. */
    boolean insert(Mandate mandate) {
        var awaits = mandate.awaits();
        return db.sql(
                                """
                                insert into body_mandate (id, body_id, case_id, phase, text, granted_on, awaits, status, active_on)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing\
                                """)
                        .param(mandate.id())
                        .param(mandate.bodyId())
                        .param(mandate.caseId())
                        .param(mandate.phase())
                        .param(mandate.text())
                        .param(mandate.grantedOn())
                        .param(awaits == null ? null : awaits.name())
                        .param(mandate.status().name())
                        .param(mandate.activeOn())
                        .update()
                == 1;
    }

    /** Planned mandates of a case whose condition a resolution of that day meets, locked. */
    List<Mandate> lockAwaiting(UUID caseId, String council, LocalDate decidedOn) {
        return db.sql(
                        """
                        select * from body_mandate
                        where case_id = ? and awaits = ? and status = 'PLANNED' and granted_on <= ? for update\
                        """)
                .params(caseId, council, decidedOn)
                .query(MandateRecords::map)
                .list();
    }

    void activate(Mandate mandate) {
        db.sql("update body_mandate set status = ?, active_on = ? where id = ?")
                .param(mandate.status().name())
                .param(mandate.activeOn())
                .param(mandate.id())
                .update();
    }

    void keepResolution(UUID id, UUID caseId, String council, LocalDate decidedOn) {
        db.sql(
                        """
                        insert into resolution_copy (id, case_id, body, decided_on) values (?, ?, ?, ?)
                        on conflict do nothing\
                        """)
                .params(id, caseId, council, decidedOn)
                .update();
    }

    /** The first resolution of a council in a case on or after a day. */
    Optional<LocalDate> resolvedSince(UUID caseId, Mandate.Council council, LocalDate day) {
        return db.sql(
                        """
                        select decided_on from resolution_copy where case_id = ? and body = ? and decided_on >= ?
                        order by decided_on limit 1\
                        """)
                .params(caseId, council.name(), day)
                .query(LocalDate.class)
                .optional();
    }

    private static Mandate map(ResultSet row, int index) throws SQLException {
        var awaits = row.getString("awaits");
        return new Mandate(
                row.getObject("id", UUID.class),
                row.getObject("body_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("phase"),
                row.getString("text"),
                row.getObject("granted_on", LocalDate.class),
                awaits == null ? null : Mandate.Council.valueOf(awaits),
                row.getObject("active_on", LocalDate.class));
    }
}
