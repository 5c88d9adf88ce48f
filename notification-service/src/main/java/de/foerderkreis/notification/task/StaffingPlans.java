package de.foerderkreis.notification.task;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a case's staffing plan keeps to what an authority ruled (F30). */
@Component
public class StaffingPlans {

    private final JdbcClient jdbc;

    StaffingPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void take(UUID caseId, boolean belowRuling) {
        jdbc.sql(
                        "insert into known_staffing (case_id, below_ruling) values (?, ?) on conflict (case_id) do update"
                                + " set below_ruling = excluded.below_ruling")
                .params(caseId, belowRuling)
                .update();
    }

    /** The cases whose plan stays below the ruling. */
    @Transactional(readOnly = true)
    public List<UUID> belowRuling() {
        return jdbc.sql(
                        "select case_id from known_staffing where below_ruling order by case_id limit 200")
                .query((row, number) -> row.getObject("case_id", UUID.class))
                .list();
    }
}
