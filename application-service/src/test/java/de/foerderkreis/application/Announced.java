package de.foerderkreis.application;

import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the other services tell of a case, with the figures of the acceptance story. */
@TestComponent
public class Announced {

    /** The levy effect of step 11 for three of the nineteen towns; together they are the sum. */
    public static final Map<String, String> SHARES =
            Map.of("05382068", "12025.08", "05382052", "1273.26", "05382060", "66701.66");

    private final Events events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    @Autowired
    Announced(Events events, JdbcClient jdbc, TransactionTemplate transactions) {
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Cost plan, staffing plan and levy effect (steps 9 to 11). */
    public void figures(UUID caseId) {
        town("05382068", "Troisdorf");
        town("05382052", "Ruppichteroth");
        town("05382060", "Siegburg");
        events.send(
                StaffingPlanSet.TOPIC,
                caseId,
                new StaffingPlanSet(
                        caseId, UUID.randomUUID(), "3.5", 2, 8, 4, List.of(), false, 1));
        events.send(
                CostPlanCalculated.TOPIC,
                caseId,
                new CostPlanCalculated(
                        caseId,
                        UUID.randomUUID(),
                        "320000.00",
                        "170000.00",
                        "70000.00",
                        "80000.00",
                        List.of(
                                item("PERSONNEL", "Pädagogische Fachkräfte", true, "130000.00"),
                                item("PERSONNEL", "Verwaltung", true, "80000.00"),
                                item("MATERIAL", "Sachkosten", false, "110000.00"),
                                item("GRANT", "Zuschuss des Landes", false, "170000.00"),
                                item("SAVING", "Auflösung der Stelle", false, "70000.00")),
                        2));
        events.send(
                LevyEffectCalculated.TOPIC,
                caseId,
                new LevyEffectCalculated(
                        caseId,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "80000.00",
                        "0.0123",
                        "ab".repeat(32),
                        2014,
                        SHARES.entrySet().stream()
                                .map(it ->
                                        new LevyEffectCalculated.Share(
                                                it.getKey(), it.getValue(), "1000000.00", "0.1369"))
                                .toList(),
                        3));
        until("select count(*) from ref_levy_table where case_id = ?", caseId);
        until("select count(*) from ref_levy_effect where case_id = ?", caseId);
    }

    /** A round sent to the three towns on a version of the conception (step 12). */
    public UUID opened(UUID caseId, Integer conceptionVersion) {
        var round = UUID.randomUUID();
        events.send(
                ConsultationOpened.TOPIC,
                round,
                new ConsultationOpened(
                        round,
                        caseId,
                        "Stellungnahme zum Entwurf",
                        "DRAFT_OPINION",
                        LocalDate.of(2014, 2, 17),
                        LocalDate.of(2014, 3, 4),
                        SHARES.keySet().stream()
                                .sorted()
                                .map(it -> new ConsultationOpened.Addressee(it, null))
                                .toList(),
                        conceptionVersion,
                        1));
        until("select count(*) from ref_judged_conception where case_id = ?", caseId);
        until("select count(*) from ref_addressee where case_id = ?", caseId);
        return round;
    }

    /** The round closes and its synopsis is released (steps 16 and 18). */
    public void synopsis(UUID caseId, UUID round, List<SynopsisReleased.Document> documents) {
        events.send(
                ConsultationClosed.TOPIC,
                round,
                new ConsultationClosed(
                        round,
                        caseId,
                        "DRAFT_OPINION",
                        LocalDate.of(2014, 3, 4),
                        Instant.parse("2014-03-04T23:00:00Z"),
                        3,
                        2,
                        List.of(),
                        2));
        events.send(
                SynopsisReleased.TOPIC,
                round,
                new SynopsisReleased(
                        round,
                        caseId,
                        1,
                        LocalDate.of(2014, 3, 7),
                        List.of(
                                new SynopsisReleased.Entry(
                                        "05382060",
                                        "REJECT",
                                        "ON_TIME",
                                        Instant.parse("2014-03-03T10:00:00Z"),
                                        "LETTER",
                                        List.of("EXTRA_COST", "NO_OR_LESS_BENEFIT"),
                                        "Wir lehnen <das> & alles Weitere ab.\n- zu teuer\n- {{kosten.netto}}",
                                        documents,
                                        "Der Kreis prüft\ndie Minderbelastung.",
                                        "zur Kenntnis nehmen",
                                        "HVB-Dienstbesprechung 21.02.2014, TOP 3",
                                        List.of("05382052", "05382068")),
                                new SynopsisReleased.Entry(
                                        "05382068",
                                        "NO_REPLY",
                                        "NO_REPLY",
                                        null,
                                        null,
                                        List.of(),
                                        null,
                                        List.of(),
                                        null,
                                        null,
                                        null,
                                        List.of())),
                        3));
        until("select count(*) from ref_synopsis where case_id = ?", caseId);
        until("select count(*) from ref_round where closed_at is not null and case_id = ?", caseId);
    }

    private void town(String ags, String name) {
        events.send(
                MunicipalityState.TOPIC,
                ags,
                new MunicipalityState(ags, name, "STADT", 40_000, true, 1));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from ref_municipality where ags = ?", ags) > 0);
    }

    private void until(String sql, UUID caseId) {
        await().atMost(Duration.ofSeconds(20)).until(() -> count(sql, caseId) > 0);
    }

    private long count(String sql, Object parameter) {
        return Tenancy.call(
                Api.DISTRICT,
                null,
                () ->
                        transactions.execute(
                                tx -> jdbc.sql(sql).param(parameter).query(Long.class).single()));
    }

    private static CostPlanCalculated.Item item(
            String category, String label, boolean eligible, String amount) {
        return new CostPlanCalculated.Item(category, null, label, eligible, amount);
    }
}
