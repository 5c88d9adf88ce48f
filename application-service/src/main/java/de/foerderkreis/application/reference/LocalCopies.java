package de.foerderkreis.application.reference;

import de.foerderkreis.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the local copies. */
@Repository
@Transactional(readOnly = true)
class LocalCopies implements References {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LocalCopies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<Round> rounds(UUID caseId) {
        var addressees =
                jdbc
                        .sql(
                                "select round_id, ags from ref_addressee where case_id = ? order by ags")
                        .param(caseId)
                        .query((row, no) -> Map.entry(uuid(row, "round_id"), text(row, "ags")))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        // The last statement on time counts; a late one only where nothing came in time.
        var statements =
                jdbc
                        .sql(
                                """
                                select distinct on (round_id, ags) round_id, ags, position, late, received_at
                                from ref_statement where case_id = ?
                                order by round_id, ags, late, round_version desc
                                """)
                        .param(caseId)
                        .query((row, no) ->
                                Map.entry(
                                        uuid(row, "round_id"),
                                        new Statement(
                                                text(row, "ags"),
                                                text(row, "position"),
                                                row.getBoolean("late"),
                                                instant(row, "received_at"))))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql(
                        """
                        select * from ref_round where case_id = ?
                        order by sent_on desc nulls last, round_id desc limit 200
                        """)
                .param(caseId)
                .query((row, no) -> {
                    var id = uuid(row, "round_id");
                    return new Round(
                            id,
                            caseId,
                            row.getString("title"),
                            row.getString("kind"),
                            row.getObject("sent_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class),
                            optionalInstant(row, "closed_at"),
                            addressees.getOrDefault(id, List.of()),
                            statements.getOrDefault(id, List.of()),
                            tallies(row.getString("tallies")));
                })
                .list();
    }

    @Override
    public Optional<CostPlan> costPlan(UUID caseId) {
        return jdbc.sql("select * from ref_cost_plan where case_id = ?")
                .param(caseId)
                .query((row, no) ->
                        new CostPlan(
                                uuid(row, "cost_plan_id"),
                                Money.ofCents(row.getLong("gross")),
                                Money.ofCents(row.getLong("state_grant")),
                                Money.ofCents(row.getLong("saving")),
                                Money.ofCents(row.getLong("net"))))
                .optional();
    }

    @Override
    public Optional<LevyEffect> levyEffect(UUID caseId) {
        return jdbc.sql("select * from ref_levy_effect where case_id = ?")
                .param(caseId)
                .query((row, no) ->
                        new LevyEffect(
                                uuid(row, "levy_effect_id"),
                                Money.ofCents(row.getLong("amount")),
                                text(row, "rate_delta"),
                                text(row, "input_hash"),
                                shares(text(row, "shares"))))
                .optional();
    }

    @Override
    public Map<String, Municipality> municipalities() {
        return jdbc
                .sql("select ags, name, inhabitants from ref_municipality order by ags")
                .query((row, no) ->
                        new Municipality(
                                text(row, "ags"), text(row, "name"), row.getInt("inhabitants")))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                Municipality::ags, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    @Override
    public Map<String, String> partners() {
        return jdbc
                .sql("select alias, name from ref_partner")
                .query((row, no) -> Map.entry(text(row, "alias"), text(row, "name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public boolean concerns(UUID caseId, String ags) {
        return jdbc.sql("select exists(select 1 from ref_addressee where case_id = ? and ags = ?)")
                .params(caseId, ags)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<UUID> casesOf(String ags) {
        return jdbc.sql("select distinct case_id from ref_addressee where ags = ?")
                .param(ags)
                .query((row, no) -> uuid(row, "case_id"))
                .list();
    }

    private Map<String, Money> shares(String stored) {
        return json.readValue(stored, new TypeReference<TreeMap<String, Money>>() {});
    }

    private List<Tally> tallies(@Nullable String stored) {
        return stored == null
                ? List.of()
                : json.readValue(stored, new TypeReference<List<Tally>>() {});
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column)
            throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
