package de.foerderkreis.application.reference;

import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the local copies that texts and annexes are made of. */
@Repository
@Transactional(readOnly = true)
class CaseFigureCopies implements CaseFigures {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseFigureCopies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<CostTable> costTable(UUID caseId) {
        return one(
                "select * from ref_cost_table where case_id = ?",
                caseId,
                row ->
                        new CostTable(
                                money(row, "gross"),
                                money(row, "state_grant"),
                                money(row, "saving"),
                                money(row, "net"),
                                json
                                        .readValue(
                                                row.getString("items"),
                                                new TypeReference<
                                                        List<CostPlanCalculated.Item>>() {})
                                        .stream()
                                        .map(it ->
                                                new CostLine(
                                                        it.category(),
                                                        it.label(),
                                                        it.eligible(),
                                                        Money.parse(it.amount())))
                                        .toList()));
    }

    @Override
    public Optional<LevyTable> levyTable(UUID caseId) {
        return one(
                "select * from ref_levy_table where case_id = ?",
                caseId,
                row ->
                        new LevyTable(
                                money(row, "amount"),
                                row.getString("rate_delta"),
                                row.getObject("year", Integer.class),
                                row.getString("input_hash"),
                                json
                                        .readValue(
                                                row.getString("shares"),
                                                new TypeReference<
                                                        List<LevyEffectCalculated.Share>>() {})
                                        .stream()
                                        .map(it ->
                                                new LevyLine(
                                                        it.ags(),
                                                        Money.parse(it.share()),
                                                        optional(it.base()),
                                                        it.perInhabitant()))
                                        .sorted(Comparator.comparing(LevyLine::ags))
                                        .toList()));
    }

    @Override
    public Optional<Staffing> staffing(UUID caseId) {
        return one(
                "select * from ref_staffing where case_id = ?",
                caseId,
                row ->
                        new Staffing(
                                row.getString("fte"),
                                row.getInt("teachers"),
                                row.getInt("workplaces"),
                                row.getInt("rooms")));
    }

    @Override
    public List<Ruling> rulings(UUID caseId) {
        return list(
                "select * from ref_ruling where case_id = ? order by ruled_on, ruling_id",
                caseId,
                row ->
                        new Ruling(
                                row.getString("authority"),
                                row.getString("outcome"),
                                row.getString("minimum_posts"),
                                day(row, "ruled_on")));
    }

    @Override
    public List<BodyPosition> bodyPositions(UUID caseId) {
        return list(
                "select * from ref_body_position where case_id = ? order by held_on, body_name",
                caseId,
                row ->
                        new BodyPosition(
                                row.getString("body_name"),
                                day(row, "held_on"),
                                row.getString("position")));
    }

    @Override
    public Optional<Synopsis> synopsis(UUID caseId) {
        return one(
                "select * from ref_synopsis where case_id = ? order by released_on desc, round_id desc limit 1",
                caseId,
                row ->
                        new Synopsis(
                                row.getObject("round_id", UUID.class),
                                row.getInt("synopsis"),
                                day(row, "released_on"),
                                json.readValue(
                                        row.getString("entries"),
                                        new TypeReference<List<SynopsisReleased.Entry>>() {})));
    }

    @Override
    public List<Integer> judgedVersions(UUID caseId, String ags) {
        return jdbc.sql(
                        """
                        select distinct coalesce(conception_version, 0) as version from ref_judged_conception
                        where case_id = ? and ags = ? order by version
                        """)
                .params(caseId, ags)
                .query((row, no) -> row.getInt("version"))
                .list();
    }

    private <T> Optional<T> one(String sql, UUID caseId, Reading<T> reading) {
        return jdbc.sql(sql).param(caseId).query(mapper(reading)).optional();
    }

    private <T> List<T> list(String sql, UUID caseId, Reading<T> reading) {
        return jdbc.sql(sql).param(caseId).query(mapper(reading)).list();
    }

    private static <T> RowMapper<T> mapper(Reading<T> reading) {
        return (row, no) -> reading.of(row);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofCents(row.getLong(column));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable Money optional(@Nullable String amount) {
        return amount == null ? null : Money.parse(amount);
    }

    private interface Reading<T> {

        T of(ResultSet row) throws SQLException;
    }
}
