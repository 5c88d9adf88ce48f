package de.foerderkreis.application;

import static de.foerderkreis.application.Api.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.application.reference.References;
import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.contracts.stakeholder.StatementLate;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningService
class EventsInTests {

    static final String TROISDORF = "05382068";
    static final String SIEGBURG = "05382060";
    static final String WINDECK = "05382076";
    static final LocalDate DUE = LocalDate.of(2014, 3, 4);

    @Autowired Api api;
    @Autowired Events events;
    @Autowired References references;

    UUID caseId;
    final UUID roundId = UUID.randomUUID();

    @BeforeEach
    void openCase() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        caseId = api.openCase();
    }

    @Test
    void aClosedRoundBecomesEvidenceForR1OnceHoweverOftenItIsDelivered() {
        var closed = closed();
        var id = events.send(ConsultationClosed.TOPIC, roundId, closed);
        events.send(ConsultationClosed.TOPIC, roundId, closed, id);
        events.send(ConsultationClosed.TOPIC, roundId, closed);
        untilRead();
        var r1 = requirement("R1");
        assertThat(r1.path("evidence")).hasSize(1);
        assertThat(r1.path("status").asString()).isEqualTo("IN_PROGRESS");
        assertThat(r1.path("evidence").get(0).path("label").asString())
                .isEqualTo(
                        "Ergebnis der Beteiligung zum Entwurf der Konzeption: 18 von 19 antworteten fristgerecht,"
                                + " 16 ablehnend, 1 ohne Antwort. Schweigen gilt nicht als Zustimmung.");
        assertThat(r1.path("missing")).hasSize(3);
        assertThat(events.of(caseId, "RequirementChanged"))
                .filteredOn(it -> it.path("requirement").asString().equals("R1"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("requirement").asString()).isEqualTo("R1");
                    assertThat(it.path("status").asString()).isEqualTo("IN_PROGRESS");
                });
    }

    @Test
    void confirmedCooperationsCountByCategoryAndTheMissingOneIsNamed() {
        for (var category :
                List.of(
                        "JOBCENTER",
                        "EMPLOYMENT_AGENCY",
                        "EDUCATION_NETWORK",
                        "SCHOOL_SUPERVISION",
                        "WELFARE_ASSOCIATION")) {
            events.send(
                    CooperationConfirmed.TOPIC,
                    caseId,
                    new CooperationConfirmed(
                            caseId,
                            UUID.randomUUID(),
                            "Partner " + category,
                            category,
                            category.equals("WELFARE_ASSOCIATION") ? "LETTER" : "LINK",
                            Instant.EPOCH,
                            1));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> requirement("R4").path("status").asString().equals("FULFILLED"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> requirement("R3").path("evidence").size() == 3);
        var r3 = requirement("R3");
        assertThat(r3.path("status").asString()).isEqualTo("IN_PROGRESS");
        assertThat(r3.path("missing")).hasSize(1);
        assertThat(r3.path("missing").get(0).asString())
                .contains("Migrantenorganisation")
                .contains("Das liefert");
        assertThat(requirement("R4").path("missing")).isEmpty();
    }

    @Test
    void theCostPlanIsEvidenceForR8AndItsOlderVersionIsIgnored() {
        events.send(CostPlanCalculated.TOPIC, caseId, plan("80000.00", "320000.00", 5));
        events.send(CostPlanCalculated.TOPIC, caseId, plan("90000.00", "330000.00", 4));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> requirement("R8").path("status").asString().equals("FULFILLED"));
        untilRead();
        var known = inDistrict(() -> references.costPlan(caseId).orElseThrow());
        assertThat(known.net().toString()).isEqualTo("80000.00");
        assertThat(known.gross().toString()).isEqualTo("320000.00");
    }

    @Test
    void aRoundIsPutTogetherInWhateverOrderItsEventsArrive() {
        events.send(StatementLate.TOPIC, roundId, late(WINDECK, 9));
        events.send(StatementSubmitted.TOPIC, roundId, submitted(TROISDORF, "REJECT", 3));
        events.send(
                ConsultationExtended.TOPIC,
                roundId,
                new ConsultationExtended(roundId, caseId, DUE.plusDays(7), "Karneval", 4));
        events.send(StatementSubmitted.TOPIC, roundId, submitted(TROISDORF, "APPROVE", 5));
        events.send(ConsultationOpened.TOPIC, roundId, opened());
        untilRead();
        var round = inDistrict(() -> references.rounds(caseId).getFirst());
        assertThat(round.title()).isEqualTo("Entwurf der Konzeption");
        assertThat(round.dueOn()).isEqualTo(DUE.plusDays(7));
        assertThat(round.asked()).isEqualTo(3);
        assertThat(round.onTime()).isEqualTo(1);
        assertThat(round.late()).isEqualTo(1);
        assertThat(round.silent()).containsExactly(SIEGBURG);
        assertThat(round.of(TROISDORF).orElseThrow().position()).isEqualTo("APPROVE");
    }

    @Test
    void figuresAndTownsShowOnTheCasePageInBothLanguages() {
        Stream.of(
                        new MunicipalityState(TROISDORF, "Troisdorf", "STADT", 72_700, true, 1),
                        new MunicipalityState(SIEGBURG, "Siegburg", "STADT", 39_500, true, 1),
                        new MunicipalityState(WINDECK, "Windeck", "GEMEINDE", 18_900, false, 1))
                .forEach(it -> events.send(MunicipalityState.TOPIC, it.ags(), it));
        events.send(CostPlanCalculated.TOPIC, caseId, plan("80000.00", "320000.00", 1));
        events.send(
                LevyEffectCalculated.TOPIC,
                caseId,
                new LevyEffectCalculated(
                        caseId,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "80000.00",
                        "0.0123",
                        "ab",
                        2014,
                        List.of(
                                new LevyEffectCalculated.Share(TROISDORF, "60000.00", null, null),
                                new LevyEffectCalculated.Share(SIEGBURG, "15000.00", null, null),
                                new LevyEffectCalculated.Share(WINDECK, "5000.00", null, null)),
                        2));
        events.send(ConsultationOpened.TOPIC, roundId, opened());
        events.send(StatementSubmitted.TOPIC, roundId, submitted(TROISDORF, "REJECT", 3));
        untilRead();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> inDistrict(() -> references.municipalities().size() >= 3));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> inDistrict(() -> references.levyEffect(caseId).isPresent()));
        TestClock.set(LocalDate.of(2014, 2, 25));
        var page = Pages.verified(api.page(CLERK, "/vorhaben/" + caseId, "de"));
        assertThat(page)
                .contains("2 Kommunen haben noch nicht geantwortet")
                .contains("1 von 3")
                .contains("ca. 80.000")
                .contains("0,0123 Prozentpunkte")
                .contains("von Troisdorf mit 60.000,00")
                .contains("bis Windeck mit 5.000,00")
                .contains("Umlageanteil")
                .contains("/finanzen/" + caseId + "/umlage")
                .contains("Antragsverfahren")
                .contains("<svg");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId, "en")))
                .contains("2 municipalities have not answered yet")
                .contains("Application procedure");

        var siegburg = Pages.verified(api.page(Pages.mayor(SIEGBURG), "/vorhaben/" + caseId, "de"));
        assertThat(siegburg)
                .contains("Stellungnahme: Siegburg")
                .contains("Ihre Stellungnahme steht noch aus")
                .contains("/beteiligung/" + roundId + "/stellungnahme")
                .contains("15.000,00")
                .contains("/finanzen/%s/umlage/%s".formatted(caseId, SIEGBURG))
                .doesNotContain("ablehnend")
                .doesNotContain("Als Nächstes")
                .doesNotContain("/anforderungen/");
        assertThat(Pages.verified(api.page(Pages.mayor(TROISDORF), "/vorhaben/" + caseId, "de")))
                .contains("Eingegangen am");
    }

    @Test
    void aLateAnswerLeavesTheMunicipalityAmongThoseSilentAtTheDeadline() {
        events.send(ConsultationOpened.TOPIC, roundId, opened());
        events.send(StatementSubmitted.TOPIC, roundId, submitted(TROISDORF, "REJECT", 3));
        events.send(StatementSubmitted.TOPIC, roundId, submitted(SIEGBURG, "APPROVE", 4));
        events.send(ConsultationClosed.TOPIC, roundId, closed());
        events.send(StatementLate.TOPIC, roundId, late(WINDECK, 31));
        untilRead();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        inDistrict(() -> {
                            var it = references.rounds(caseId).getFirst();
                            return it.closed() && it.answered() == 3;
                        }));
        var round = inDistrict(() -> references.rounds(caseId).getFirst());
        assertThat(round.silent()).isEmpty();
        assertThat(round.unansweredInTime()).containsExactly(WINDECK);
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId, "de")))
                .contains("2 von 3", "bis Fristende ohne Antwort")
                .contains(
                        "Frist beendet: 2 fristgerecht + 1 verspätet von 3 Kommunen; bis zum"
                                + " Fristende ohne Antwort: 1.");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId, "en")))
                .contains("Time limit over: 2 on time + 1 late of 3 municipalities");
        var written =
                api.put(
                        CLERK,
                        "/cases/" + caseId + "/conception/sections/PARTICIPATION",
                        Map.of(
                                "version",
                                0,
                                "text",
                                "Davon {{beteiligung.haltungen}}; ohne Antwort"
                                        + " {{beteiligung.ohne_antwort}}, davon verspätet"
                                        + " {{beteiligung.verspaetet}}."));
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(api.get(CLERK, "/cases/" + caseId + "/conception").body())
                .contains("Davon 1 zustimmend, 1 ablehnend; ohne Antwort 1, davon verspätet 1.");
    }

    @Test
    void aTownReadsWhatTheKreistagAdopted() {
        events.send(ConsultationOpened.TOPIC, roundId, opened());
        untilRead();
        var page = "/vorhaben/" + caseId;
        var said = "Seither hat der Kreistag dazu beschlossen";
        assertThat(Pages.verified(api.page(Pages.mayor(SIEGBURG), page, "de")))
                .doesNotContain(said, "Gremien des Kreises");
        api.councilResolves(caseId, "2014-03-20");
        assertThat(Pages.verified(api.page(Pages.mayor(SIEGBURG), page, "de")))
                .contains(said, "20.03.2014");
    }

    @Test
    void aPromiseThatIsNotKeptIsBreachedWhenItsDayHasEndedAndItsEventLeaves() {
        var r5 = requirement("R5");
        var promised =
                api.put(
                        CLERK,
                        "/cases/" + caseId + "/requirements/R5",
                        Map.of(
                                "version", r5.path("version").asLong(),
                                "status", "PROMISED",
                                "dueOn", "2014-12-31"));
        assertThat(promised.status()).as(promised.body()).isEqualTo(200);
        TestClock.set(LocalDate.of(2015, 1, 1));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> requirement("R5").path("status").asString().equals("BREACHED"));
        assertThat(events.of(caseId, "RequirementChanged"))
                .extracting(it -> it.path("status").asString())
                .containsExactly("PROMISED", "BREACHED");
    }

    /** Whatever was sent before on the topic's key has been read when this later event has. */
    private void untilRead() {
        var marker = UUID.randomUUID();
        for (var key : List.of(roundId, caseId)) {
            events.send(
                    ConsultationOpened.TOPIC,
                    key,
                    new ConsultationOpened(
                            key.equals(roundId) ? marker : UUID.randomUUID(),
                            marker,
                            "Marke",
                            "HEARING",
                            DUE,
                            DUE,
                            List.of(),
                            null,
                            1));
            events.send(
                    CooperationConfirmed.TOPIC,
                    key,
                    new CooperationConfirmed(
                            caseId,
                            UUID.nameUUIDFromBytes(key.toString().getBytes()),
                            "Marke",
                            key.equals(roundId) ? "TRAINING_ACTOR" : "STATE_FUNDED_STRUCTURE",
                            "LINK",
                            Instant.EPOCH,
                            1));
        }
        events.send(
                CostPlanCalculated.TOPIC,
                caseId,
                new CostPlanCalculated(
                        marker, UUID.randomUUID(), "0.00", "0.00", "0.00", "0.00", null, 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> inDistrict(() -> references.rounds(marker).size() == 2));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> requirement("R3").path("evidence").size() >= 2);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> inDistrict(() -> references.costPlan(marker).isPresent()));
    }

    private ConsultationClosed closed() {
        return new ConsultationClosed(
                roundId,
                caseId,
                "DRAFT_OPINION",
                DUE,
                BusinessClock.endOf(DUE),
                19,
                18,
                List.of(
                        new ConsultationClosed.Tally("REJECT", 16, 438_200, "472451150.00"),
                        new ConsultationClosed.Tally("APPROVE", 2, 127_100, "156548850.00"),
                        new ConsultationClosed.Tally("NO_REPLY", 1, 18_900, "21300000.00")),
                30);
    }

    private ConsultationOpened opened() {
        return new ConsultationOpened(
                roundId,
                caseId,
                "Entwurf der Konzeption",
                "DRAFT_OPINION",
                LocalDate.of(2014, 2, 17),
                DUE,
                Stream.of(TROISDORF, SIEGBURG, WINDECK)
                        .map(it -> new ConsultationOpened.Addressee(it, null))
                        .toList(),
                null,
                1);
    }

    private StatementSubmitted submitted(String ags, String position, long version) {
        return new StatementSubmitted(
                roundId,
                caseId,
                UUID.randomUUID(),
                ags,
                position,
                "PORTAL",
                Instant.parse("2014-02-24T10:00:00Z"),
                1,
                3,
                version);
    }

    private StatementLate late(String ags, long version) {
        return new StatementLate(
                roundId,
                caseId,
                UUID.randomUUID(),
                ags,
                "NEUTRAL",
                "LETTER",
                Instant.parse("2014-03-06T10:00:00Z"),
                version);
    }

    private CostPlanCalculated plan(String net, String gross, long version) {
        return new CostPlanCalculated(
                caseId, UUID.randomUUID(), gross, "170000.00", "70000.00", net, null, version);
    }

    private JsonNode requirement(String code) {
        for (var item : api.get(CLERK, "/cases/" + caseId + "/requirements").json()) {
            if (item.path("code").asString().equals(code)) {
                return item;
            }
        }
        throw new AssertionError("no " + code);
    }

    private static <T> T inDistrict(java.util.function.Supplier<T> work) {
        return Tenancy.call(Api.DISTRICT, null, work);
    }
}
