package de.foerderkreis.finance.levyeffect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The effects in PostgreSQL: added, never changed. */
@Repository
class StoredLevyEffects {

    private static final String COLUMNS =
            """
            select id, case_id, number, inputs, input_hash, result, result_hash, calculated_at
            from levy_effect
            """;

    private final JdbcClient jdbc;

    StoredLevyEffects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LevyEffect> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(StoredLevyEffects::effect)
                .optional();
    }

    Optional<LevyEffect> latest(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = ? order by number desc limit 1")
                .param(caseId)
                .query(StoredLevyEffects::effect)
                .optional();
    }

    /** The one that held at a business instant. */
    Optional<UUID> latestAt(UUID caseId, Instant at) {
        return jdbc.sql(
                        """
                        select id from levy_effect where case_id = ? and calculated_at <= ?
                        order by number desc limit 1
                        """)
                .params(caseId, Timestamp.from(at))
                .query(UUID.class)
                .optional();
    }

    List<LevyEffect> ofCase(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = ? order by number desc limit 200")
                .param(caseId)
                .query(StoredLevyEffects::effect)
                .list();
    }

    void add(LevyEffect effect, LevyInputs inputs, String calculatedBy) {
        var plan = inputs.costPlan();
        jdbc.sql(
                        """
                        insert into levy_effect
                            (id, case_id, number, base_id, cost_plan_id, amount_cents, inputs,
                             input_hash, result, result_hash, calculated_at, calculated_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(effect.id())
                .param(effect.caseId())
                .param(effect.number())
                .param(inputs.base().id())
                .param(plan == null ? null : plan.id())
                .param(inputs.apportioned().cents())
                .param(effect.inputs())
                .param(effect.inputHash())
                .param(effect.result())
                .param(effect.resultHash())
                .param(Timestamp.from(effect.calculatedAt()))
                .param(calculatedBy)
                .update();
    }

    private static LevyEffect effect(ResultSet row, int number) throws SQLException {
        return new LevyEffect(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getLong("number"),
                row.getString("inputs"),
                row.getString("input_hash"),
                row.getString("result"),
                row.getString("result_hash"),
                row.getTimestamp("calculated_at").toInstant());
    }
}
