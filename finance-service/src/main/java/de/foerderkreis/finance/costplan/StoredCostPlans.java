package de.foerderkreis.finance.costplan;

import de.foerderkreis.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The plans in PostgreSQL: one row per save. */
@Repository
class StoredCostPlans implements CostPlans {

    private static final TypeReference<List<StoredItem>> ITEMS = new TypeReference<>() {};
    private static final String COLUMNS =
            """
            select id, case_id, version, starts_on, items, gross_cents, grant_cents, saving_cents,
                   net_cents, saved_at
            from cost_plan_version v
            """;
    private static final String IS_CURRENT =
            "version = (select p.version from cost_plan p where p.case_id = v.case_id)";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredCostPlans(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CostPlan> current(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = ? and " + IS_CURRENT)
                .param(caseId)
                .query(this::plan)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CostPlan> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(this::plan).optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CostPlan> versions(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = ? order by version desc limit 200")
                .param(caseId)
                .query(this::plan)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, CostPlan> current(Collection<UUID> caseIds) {
        return jdbc
                .sql(COLUMNS + "where case_id = any(?) and " + IS_CURRENT)
                .param(caseIds.toArray(UUID[]::new))
                .query(this::plan)
                .list()
                .stream()
                .collect(Collectors.toMap(CostPlan::caseId, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean locked(UUID caseId) {
        return jdbc.sql("select locked_at is not null from cost_plan where case_id = ?")
                .param(caseId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void add(CostPlan plan, String savedBy) {
        jdbc.sql(
                        """
                        insert into cost_plan (case_id, version) values (?, ?)
                        on conflict (case_id) do update set version = excluded.version
                        """)
                .params(plan.caseId(), plan.version())
                .update();
        jdbc.sql(
                        """
                        insert into cost_plan_version
                            (id, case_id, version, starts_on, items, gross_cents, grant_cents,
                             saving_cents, net_cents, saved_at, saved_by)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
                        """)
                .param(plan.id())
                .param(plan.caseId())
                .param(plan.version())
                .param(plan.startsOn())
                .param(json.writeValueAsString(plan.items().stream().map(StoredItem::of).toList()))
                .param(plan.totals().gross().cents())
                .param(plan.totals().grant().cents())
                .param(plan.totals().saving().cents())
                .param(plan.totals().net().cents())
                .param(Timestamp.from(plan.savedAt()))
                .param(savedBy)
                .update();
    }

    void lock(UUID caseId, Instant at) {
        jdbc.sql("update cost_plan set locked_at = ?, lock_reason = null where case_id = ?")
                .params(Timestamp.from(at), caseId)
                .update();
    }

    void release(UUID caseId, String reason) {
        jdbc.sql("update cost_plan set locked_at = null, lock_reason = ? where case_id = ?")
                .params(reason, caseId)
                .update();
    }

    private CostPlan plan(ResultSet row, int number) throws SQLException {
        return new CostPlan(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getLong("version"),
                row.getObject("starts_on", LocalDate.class),
                json.readValue(row.getString("items"), ITEMS).stream()
                        .map(StoredItem::item)
                        .toList(),
                new CostTotals(
                        Money.ofCents(row.getLong("gross_cents")),
                        Money.ofCents(row.getLong("grant_cents")),
                        Money.ofCents(row.getLong("saving_cents")),
                        Money.ofCents(row.getLong("net_cents"))),
                row.getTimestamp("saved_at").toInstant());
    }

    private record StoredItem(
            String label,
            CostItem.Category category,
            boolean eligible,
            String quantity,
            String unitAmount,
            @Nullable String postCategory,
            CostItem.LevyPool levyPool) {

        static StoredItem of(CostItem item) {
            return new StoredItem(
                    item.label(),
                    item.category(),
                    item.eligible(),
                    item.quantity().toString(),
                    item.unitAmount().toString(),
                    item.postCategory(),
                    item.levyPool());
        }

        CostItem item() {
            return new CostItem(
                    label,
                    category,
                    eligible,
                    Quantity.parse(quantity).orElseThrow(),
                    Money.parse(unitAmount),
                    postCategory,
                    levyPool);
        }
    }
}
