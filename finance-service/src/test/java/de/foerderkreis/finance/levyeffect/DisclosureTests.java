package de.foerderkreis.finance.levyeffect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.finance.DemoFigures;
import de.foerderkreis.finance.Desk;
import de.foerderkreis.finance.FinanceTest;
import de.foerderkreis.finance.MovableClock;
import de.foerderkreis.finance.Wire;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What a town may see, and from when: by the round that asked it, frozen as it was opened. */
@FinanceTest
class DisclosureTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant OPENED = Instant.parse("2014-02-17T09:00:00Z");
    private static final String TOWN = Desk.TROISDORF;
    private static final String OTHER_TOWN = "05382060";

    @Autowired Desk desk;
    @Autowired Wire wire;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aTownSeesTheTableOnceARoundHasAskedIt() {
        UUID caseId = desk.plannedCase();
        String effect = desk.calculated(caseId).get("id").asString();
        assertThat(status(Tokens.mayor(TOWN), caseId)).isEqualTo(404);

        desk.roundOpens(caseId, OPENED, List.of(TOWN));
        await().atMost(SOON).until(() -> status(Tokens.mayor(TOWN), caseId) == 200);

        JsonNode seen =
                desk.body(
                        desk.get(
                                Tokens.official(TOWN),
                                "/api/finance/v1/cases/{id}/levy-effect?fundingEnds=true",
                                caseId),
                        200);
        assertThat(seen.get("id").asString()).isEqualTo(effect);
        assertThat(seen.get("shares")).hasSize(19);
        assertThat(seen.get("amount").asString()).isEqualTo("250000.00");
        assertThat(seen.get("dueOn").asString()).isEqualTo("2014-03-04");
        assertThat(status(Tokens.mayor(OTHER_TOWN), caseId)).isEqualTo(404);
        assertThat(
                        desk.get(
                                        Tokens.mayor(OTHER_TOWN),
                                        "/api/finance/v1/levy-effects/{id}",
                                        effect)
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
        assertThat(
                        desk.get(Tokens.mayor(TOWN), "/api/finance/v1/cases/{id}/cost-plan", caseId)
                                .getResponse()
                                .getStatus())
                .isEqualTo(403);
    }

    @Test
    void whatWasFrozenStaysWhateverIsCalculatedLater() {
        UUID caseId = desk.plannedCase();
        JsonNode frozen = desk.calculated(caseId);
        desk.roundOpens(caseId, OPENED, List.of(TOWN));
        await().atMost(SOON).until(() -> status(Tokens.mayor(TOWN), caseId) == 200);

        clock.at("2014-02-20T09:00:00Z");
        String later = laterEffect(caseId, frozen.get("baseId").asString());

        assertThat(latest(Tokens.mayor(TOWN), caseId).get("id")).isEqualTo(frozen.get("id"));
        assertThat(latest(Desk.CLERK, caseId).get("id").asString()).isEqualTo(later);
        assertThat(
                        desk.get(Tokens.mayor(TOWN), "/api/finance/v1/levy-effects/{id}", later)
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theAddresseesSeeEveryVariantAsFrozenAndOthersNothing() {
        UUID caseId = desk.plannedCase();
        JsonNode frozen = desk.calculated(caseId);
        desk.roundOpens(caseId, OPENED, List.of(TOWN));
        await().atMost(SOON).until(() -> status(Tokens.mayor(TOWN), caseId) == 200);
        clock.at("2014-02-20T09:00:00Z");
        laterEffect(caseId, frozen.get("baseId").asString());

        for (String reader : List.of(Tokens.mayor(TOWN), Tokens.official(TOWN))) {
            assertThat(column(reader, caseId, "")).isEqualTo(expected("share_80000_eur"));
            assertThat(column(reader, caseId, "?fundingEnds=true"))
                    .isEqualTo(expected("share_250000_eur"));
            assertThat(column(reader, caseId, "?half=05382060&half=05382068"))
                    .isEqualTo(expected("burden_rule_56_4_80000_eur"));
            assertThat(column(reader, caseId, "?key=INHABITANTS"))
                    .isEqualTo(expected("per_inhabitant_key_80000_eur"));
            assertThat(column(reader, caseId, "?amount=250000.00"))
                    .isEqualTo(expected("share_250000_eur"));
        }
        String page = "/finanzen/" + caseId + "/umlage";
        for (String path :
                List.of(
                        "",
                        "/vergleich",
                        "/tabelle.csv",
                        "/tabelle.xlsx",
                        "/" + TOWN,
                        "/" + TOWN + "/warum")) {
            assertThat(desk.page(Tokens.mayor(TOWN), page + path)).hasStatus(200);
            assertThat(desk.page(Tokens.mayor(OTHER_TOWN), page + path)).hasStatus(404);
        }
        String table = Desk.text(desk.page(Tokens.mayor(TOWN), page + "/vergleich"));
        assertThat(table).contains("12.025,08").doesNotContain("90.000,00");
        // The reader's own town stands first, whatever its size.
        String rows = table.substring(table.indexOf("<tbody>"));
        assertThat(rows.indexOf("Troisdorf")).isLessThan(rows.indexOf("Sankt Augustin"));
    }

    @Test
    void theSheetOfATownShowsTheFirstYearOfThePlanItWasComputedFrom() {
        UUID caseId = desk.plannedCase();
        String plan =
                Desk.DEMO_PLAN
                        .formatted(1)
                        .replace("\"items\"", "\"startsOn\": \"2014-11-01\", \"items\"");
        JsonNode saved =
                desk.body(
                        desk.put(
                                Desk.TREASURER,
                                plan,
                                "/api/finance/v1/cases/{id}/cost-plan",
                                caseId),
                        200);
        assertThat(saved.get("startsOn").asString()).isEqualTo("2014-11-01");
        desk.calculated(caseId);
        desk.roundOpens(caseId, OPENED, List.of(TOWN));
        await().atMost(SOON).until(() -> status(Tokens.mayor(TOWN), caseId) == 200);
        desk.body(
                desk.put(
                        Desk.TREASURER,
                        plan.replace("\"version\": 1", "\"version\": 2")
                                .replace("2014-11-01", "2014-07-01"),
                        "/api/finance/v1/cases/{id}/cost-plan",
                        caseId),
                200);

        String sheet =
                Desk.text(desk.page(Tokens.mayor(TOWN), "/finanzen/" + caseId + "/umlage/" + TOWN));
        assertThat(sheet)
                .contains("13.333,33")
                .contains("2015", "2016", "2017", "ab 2018")
                .contains("37.578,37")
                .contains("04.03.2014");
    }

    private Map<String, String> column(String reader, UUID caseId, String query) {
        Map<String, String> shares = new TreeMap<>();
        desk.body(desk.get(reader, "/api/finance/v1/cases/" + caseId + "/levy-effect" + query), 200)
                .get("shares")
                .forEach(it -> shares.put(it.get("ags").asString(), it.get("share").asString()));
        return shares;
    }

    private static Map<String, String> expected(String column) {
        Map<String, String> shares = new TreeMap<>();
        DemoFigures.expected(column).forEach((ags, share) -> shares.put(ags, share.toString()));
        return shares;
    }

    @Test
    void aRoundHeardOfLateStillShowsWhatHeldWhenItWasOpened() {
        UUID caseId = desk.plannedCase();
        JsonNode held = desk.calculated(caseId);
        clock.at("2014-02-20T09:00:00Z");
        laterEffect(caseId, held.get("baseId").asString());

        desk.roundOpens(caseId, OPENED, List.of(TOWN));
        await().atMost(SOON).until(() -> status(Tokens.mayor(TOWN), caseId) == 200);

        assertThat(latest(Tokens.mayor(TOWN), caseId).get("id")).isEqualTo(held.get("id"));
    }

    @Test
    void theSameEventTwiceChangesNothing() {
        UUID caseId = desk.plannedCase();
        JsonNode frozen = desk.calculated(caseId);
        UUID round = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        desk.opened(round, event, caseId, OPENED, List.of(TOWN));
        desk.opened(round, event, caseId, OPENED, List.of(TOWN));
        // Another delivery of the same fact under another id must not thaw the round either.
        desk.opened(round, UUID.randomUUID(), caseId, OPENED.plusSeconds(999_999), List.of(TOWN));
        wire.send(
                Desk.DISTRICT,
                ConsultationExtended.TOPIC,
                round.toString(),
                UUID.randomUUID(),
                OPENED,
                new ConsultationExtended(round, caseId, LocalDate.of(2014, 3, 11), "Karneval", 2));

        await().atMost(SOON)
                .until(() ->
                        status(Tokens.mayor(TOWN), caseId) == 200
                                && latest(Tokens.mayor(TOWN), caseId)
                                        .get("dueOn")
                                        .asString()
                                        .equals("2014-03-11"));
        assertThat(latest(Tokens.mayor(TOWN), caseId).get("id")).isEqualTo(frozen.get("id"));
        assertThat(count("select count(*) from round_disclosure where round_id = '%s'", round))
                .isEqualTo(1);
        assertThat(count("select count(*) from round_addressee where round_id = '%s'", round))
                .isEqualTo(1);
    }

    @Test
    void aRoundMayBeHeardOfBeforeItsCase() {
        UUID caseId = UUID.randomUUID();
        UUID round = desk.roundOpens(caseId, OPENED, List.of(TOWN));
        await().atMost(SOON)
                .until(() ->
                        count("select count(*) from round_disclosure where round_id = '%s'", round)
                                == 1);

        desk.caseArrives(Desk.DISTRICT, caseId, 1);
        await().atMost(SOON).until(() -> desk.answersForCase(caseId));
        // No effect held when the round was opened: there is nothing to show.
        assertThat(status(Tokens.mayor(TOWN), caseId)).isEqualTo(404);
    }

    @Test
    void anOlderStateOfACaseDoesNotReplaceANewerOne() {
        UUID caseId = UUID.randomUUID();
        desk.caseArrives(Desk.DISTRICT, caseId, 5);
        await().atMost(SOON).until(() -> desk.answersForCase(caseId));
        desk.caseArrives(Desk.DISTRICT, caseId, 4);
        UUID marker = UUID.randomUUID();
        desk.caseArrives(Desk.DISTRICT, marker, 1);
        await().atMost(SOON).until(() -> desk.answersForCase(marker));

        assertThat(count("select source_version from funding_case where id = '%s'", caseId))
                .isEqualTo(5);
    }

    @Test
    void anotherDistrictsCaseDoesNotExistHere() {
        UUID theirs = UUID.randomUUID();
        desk.caseArrives("05366", theirs, 1);
        UUID marker = UUID.randomUUID();
        desk.caseArrives(Desk.DISTRICT, marker, 1);
        await().atMost(SOON).until(() -> desk.answersForCase(marker));

        assertThat(status(Desk.CLERK, theirs)).isEqualTo(404);
        assertThat(
                        desk.put(
                                        Desk.TREASURER,
                                        Desk.DEMO_PLAN.formatted(0),
                                        "/api/finance/v1/cases/{id}/cost-plan",
                                        theirs)
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    private String laterEffect(UUID caseId, String baseId) {
        return desk.body(
                        desk.post(
                                Desk.TREASURER,
                                "{\"baseId\": \"%s\", \"amount\": \"90000.00\"}".formatted(baseId),
                                "/api/finance/v1/cases/{id}/levy-effects",
                                caseId),
                        201)
                .get("id")
                .asString();
    }

    private JsonNode latest(String token, UUID caseId) {
        return desk.body(desk.get(token, "/api/finance/v1/cases/{id}/levy-effect", caseId), 200);
    }

    private int status(String token, UUID caseId) {
        return desk.get(token, "/api/finance/v1/cases/{id}/levy-effect", caseId)
                .getResponse()
                .getStatus();
    }

    private long count(String sql, UUID id) {
        return Tenancy.call(
                Desk.DISTRICT,
                null,
                () ->
                        transactions.execute(_ ->
                                jdbc.sql(sql.formatted(id))
                                        .query(Long.class)
                                        .optional()
                                        .orElse(0L)));
    }
}
