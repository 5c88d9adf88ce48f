package de.foerderkreis.application;

import static de.foerderkreis.application.Api.CLERK;
import static de.foerderkreis.application.Api.HEAD;
import static de.foerderkreis.application.Api.LANDRAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.application.document.FrozenJson;
import de.foerderkreis.application.programme.Timespan;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class ConceptionTests {

    static final List<String> ORDER =
            List.of(
                    "BACKGROUND",
                    "LEGAL_BASIS",
                    "EQUIPMENT",
                    "COSTS",
                    "PROCEDURE",
                    "PRIORITIES",
                    "PARTICIPATION",
                    "NEXT_STEPS");

    @Autowired Api api;
    @Autowired Announced announced;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    UUID caseId;

    @BeforeEach
    void openCase() {
        TestClock.set(LocalDate.of(2014, 2, 14));
        caseId = api.openCase();
    }

    @Test
    void aNewCaseHasADraftWithTheSectionsOfTheTemplateAndSaysWhatIsMissing() {
        var draft = api.get(CLERK, path("")).json();
        assertThat(draft.path("sections").valueStream().map(it -> it.path("code").asString()))
                .containsExactlyElementsOf(ORDER);
        assertThat(draft.path("editable").asBoolean()).isTrue();
        assertThat(draft.path("nextVersion").asInt()).isEqualTo(1);
        assertThat(section(draft, "COSTS").path("filled").asString())
                .contains("Mehrkosten von rund noch nicht bekannt im Jahr");
        assertThat(draft.path("missing").valueStream().map(JsonNode::asString))
                .contains("kosten.netto", "beteiligung.frist", "stellen.vzae");
        assertThat(section(draft, "EQUIPMENT").path("filled").asString())
                .contains("170.000,00\u00a0€")
                .contains("- 2 × Außerschulische pädagogische Fachkraft, je 1 Stelle");
    }

    @Test
    void figuresOfTheServicesStandInTheText() {
        announced.figures(caseId);
        var draft = api.get(CLERK, path("")).json();
        assertThat(section(draft, "COSTS").path("filled").asString())
                .contains("320.000,00\u00a0€", "rund 80.000,00\u00a0€", "0,0123 Prozentpunkte")
                .contains("Siegburg mit 66.701,66\u00a0€", "Ruppichteroth mit 1.273,26\u00a0€");
        assertThat(section(draft, "EQUIPMENT").path("filled").asString())
                .contains("3,5 vollzeitverrechnete Stellen", "8 Arbeitsplätze in 4 Büroräumen");
        assertThat(draft.path("missing").valueStream().map(JsonNode::asString))
                .doesNotContain("kosten.netto", "umlage.summe");
    }

    @Test
    void theTextSaysTimesInTheWordsOfTheTimetable() {
        assertThat(timetableOfTheText())
                .containsExactlyElementsOf(timetable())
                .contains("Anmeldung der Haushaltsmittel 2015/2016: ab Juni 2014")
                .contains("Antrag auf Förderung (Stufe 2): Mai 2014 bis Juni 2014");
        var milestones = "/cases/" + caseId + "/milestones/";
        var moved =
                api.put(
                        CLERK,
                        milestones + "M4",
                        Map.of("version", 0, "planned", "2014-Q3", "reason", "Später."));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        api.post(CLERK, milestones + "M6/dropping", Map.of("version", 0, "reason", "Entfällt."));
        assertThat(timetableOfTheText())
                .as("at once, and without what was dropped")
                .containsExactlyElementsOf(timetable())
                .hasSize(5)
                .contains("Anmeldung der Haushaltsmittel 2015/2016: 3. Quartal 2014");
    }

    private List<String> timetableOfTheText() {
        return section(api.get(CLERK, path("")).json(), "NEXT_STEPS")
                .path("filled")
                .asString()
                .lines()
                .filter(it -> it.startsWith("- "))
                .map(it -> it.substring(2))
                .toList();
    }

    private List<String> timetable() {
        var page = Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/zeitplan", "de"));
        return api.get(CLERK, "/cases/" + caseId + "/milestones")
                .json()
                .valueStream()
                .filter(it -> !it.path("status").asString().equals("DROPPED"))
                .map(it -> {
                    var when = Timespan.parse(it.path("planned").asString()).in(Locale.GERMAN);
                    assertThat(page).contains(when);
                    return it.path("title").asString() + ": " + when;
                })
                .toList();
    }

    @Test
    void anUnknownPlaceholderIsNamedAndNothingIsStored() {
        var refused = write(CLERK, "COSTS", 0, "Es kostet {{kosten.nettoo}}.");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("unknown-placeholder");
        assertThat(refused.text("detail")).contains("„kosten.nettoo“").contains("kosten.netto,");
        assertThat(refused.json().path("errors").get(0).path("field").asString()).isEqualTo("text");
        assertThat(section(api.get(CLERK, path("")).json(), "COSTS").path("version").asInt())
                .isZero();
    }

    @Test
    void aSectionSomebodyElseChangedIsRefusedWithTheTextThatStandsThere() {
        assertThat(write(CLERK, "COSTS", 0, "Erster Text").status()).isEqualTo(200);
        var stale = write(HEAD, "COSTS", 0, "Zweiter Text");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("changedFields").get(0).asString()).isEqualTo("text");
        assertThat(stale.text("now")).isEqualTo("Erster Text");
        assertThat(write(HEAD, "BACKGROUND", 0, "Anderer Abschnitt").status()).isEqualTo(200);
    }

    @Test
    void theLandratFreezesAVersionThatNobodyChangesAgain() {
        announced.figures(caseId);
        write(CLERK, "COSTS", 0, "Mehrkosten: {{kosten.netto}}. Frist: {{beteiligung.frist}}.");
        var released = release(LANDRAT);
        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(released.json().path("no").asInt()).isEqualTo(1);
        assertThat(released.text("status")).isEqualTo("RELEASED");

        var version = api.get(CLERK, path("/versions/1")).json();
        assertThat(version.path("content").path("values").path("kosten.netto").asString())
                .isEqualTo("80.000,00\u00a0€");
        assertThat(version.path("content").path("missing").valueStream().map(JsonNode::asString))
                .contains("beteiligung.frist");
        var content = stored("select content from conception_version where case_id = ?");
        assertThat(FrozenJson.sha256(content.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(version.path("sha256").asString());
        var event = events.of(caseId, "ConceptionReleased");
        assertThat(event).hasSize(1);
        assertThat(event.getFirst().path("version").asInt()).isEqualTo(1);
        assertThat(event.getFirst().path("sha256").asString())
                .isEqualTo(version.path("sha256").asString());

        assertThat(write(CLERK, "COSTS", 1, "Nachträglich").problem())
                .isEqualTo("conception-frozen");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        change("update conception_version set content = '{}' where case_id = ?"));
        assertThat(release(LANDRAT).problem()).isEqualTo("conception-frozen");
    }

    @Test
    void nobodyReleasesWhatTheyWroteAndOnlyTheLandratReleases() {
        var deputy =
                Tokens.custom()
                        .organisations("05382")
                        .roles("clerk", "landrat")
                        .subject("deputy")
                        .sign();
        write(deputy, "COSTS", 0, "Von mir");
        var own = release(deputy);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.problem()).isEqualTo("own-conception-release");
        assertThat(release(HEAD).status()).isEqualTo(403);
        assertThat(release(LANDRAT).status()).isEqualTo(200);
    }

    @Test
    void aDraftThatChangedSinceItWasReadIsNotReleased() {
        write(CLERK, "COSTS", 0, "Neu");
        var stale = api.post(LANDRAT, path("/release"), Map.of("version", 0));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("changedFields").get(0).asString()).isEqualTo("COSTS");
    }

    @Test
    void afterTheRoundAVersionWithTheAnswersIsReleasedComparedAndAdopted() {
        announced.figures(caseId);
        release(LANDRAT);
        var round = announced.opened(caseId, 1);
        TestClock.set(LocalDate.of(2014, 3, 7));
        announced.synopsis(caseId, round, List.of());
        var revised = api.post(CLERK, path("/revision"), Map.of());
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
        assertThat(section(revised.json(), "PARTICIPATION").path("filled").asString())
                .contains("Frist für die Rückäußerung: 04.03.2014")
                .contains("- Siegburg: Der Kreis prüft die Minderbelastung.");
        assertThat(api.post(CLERK, path("/revision"), Map.of()).problem())
                .isEqualTo("conception-is-draft");
        assertThat(release(LANDRAT).text("status")).isEqualTo("REVISED");

        var difference = api.get(CLERK, path("/versions/1/difference/2")).json();
        assertThat(difference).hasSize(8);
        assertThat(section(difference, "LEGAL_BASIS").path("changed").asBoolean()).isFalse();
        assertThat(section(difference, "PARTICIPATION").path("runs").toString())
                .contains("\"REMOVED\"", "\"ADDED\"", "04.03.2014");

        TestClock.set(LocalDate.of(2014, 3, 20));
        api.councilResolves(caseId, "2014-03-20");
        var resolution =
                api.get(CLERK, "/cases/" + caseId + "/resolutions").json().get(0).path("id");
        var wrong =
                api.post(
                        CLERK,
                        path("/versions/2/adoption"),
                        Map.of("resolutionId", UUID.randomUUID()));
        assertThat(wrong.problem()).isEqualTo("no-adopting-resolution");
        var adopted =
                api.post(
                        CLERK,
                        path("/versions/2/adoption"),
                        Map.of("resolutionId", resolution.asString()));
        assertThat(adopted.text("status")).isEqualTo("ADOPTED");
    }

    @Test
    void aTownReadsExactlyTheVersionItWasAskedToJudge() {
        var mayor = Tokens.mayor("05382060");
        release(LANDRAT);
        announced.opened(caseId, 1);
        api.post(CLERK, path("/revision"), Map.of());
        release(LANDRAT);
        assertThat(api.get(mayor, path("/versions")).json()).hasSize(1);
        assertThat(api.get(mayor, path("/versions/1")).status()).isEqualTo(200);
        assertThat(api.get(mayor, path("/versions/2")).status()).isEqualTo(404);
        assertThat(api.get(mayor, path("/versions/2/document.pdf")).status()).isEqualTo(404);
        assertThat(api.get(mayor, path("")).status()).isEqualTo(403);
        assertThat(api.get(Tokens.mayor("05382076"), path("/versions/1")).status()).isEqualTo(404);
    }

    @Test
    void aRoundThatNamesNoVersionIsAboutTheLatest() {
        release(LANDRAT);
        announced.opened(caseId, null);
        api.post(CLERK, path("/revision"), Map.of());
        release(LANDRAT);
        var versions = api.get(Tokens.official("05382060"), path("/versions")).json();
        assertThat(versions).hasSize(1);
        assertThat(versions.get(0).path("no").asInt()).isEqualTo(2);
    }

    @Test
    void theSameVersionGivesTheSameAccessiblePdfWhateverTheMachinesLanguageAndZone()
            throws Exception {
        announced.figures(caseId);
        release(LANDRAT);
        var pdf = bytes("/versions/1/document.pdf");
        Accessible.verify(pdf);
        var locale = java.util.Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.JAPAN);
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(bytes("/versions/1/document.pdf")).isEqualTo(pdf);
        } finally {
            java.util.Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theDocxIsWellFormedAndCarriesEverySection() throws Exception {
        write(CLERK, "COSTS", 0, "Wert < 5 & mehr\n- Punkt\n1. Erstens");
        release(LANDRAT);
        var docx = bytes("/versions/1/document.docx");
        var names = new ArrayList<String>();
        var text = "";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                var part = zip.readAllBytes();
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(part));
                if (entry.getName().equals("word/document.xml")) {
                    text = new String(part, StandardCharsets.UTF_8);
                }
            }
        }
        assertThat(names).contains("[Content_Types].xml", "word/styles.xml", "word/numbering.xml");
        assertThat(text)
                .contains("Ausgangslage beim Kreis", "Weiteres Vorgehen/Zeitplanung")
                .contains("Wert &lt; 5 &amp; mehr", "w:numId w:val=\"1\"", "w:numId w:val=\"2\"");
        // The document store takes it as what it says it is.
        assertThat(
                        api.upload(CLERK, "/cases/" + caseId + "/documents", "k.docx", docx)
                                .text("mediaType"))
                .endsWith("wordprocessingml.document");
    }

    @Test
    void everyPageCanBeReadAndAFormKeepsBothTexts() {
        announced.figures(caseId);
        var page = "/vorhaben/" + caseId + "/konzeption";
        for (var language : List.of("de", "en")) {
            assertThat(Pages.verified(api.page(CLERK, page, language)))
                    .contains("Ausgangslage beim Kreis", "abschnitt/COSTS");
            assertThat(Pages.verified(api.page(CLERK, page + "/abschnitt/COSTS", language)))
                    .contains("{{kosten.netto}}");
        }
        write(CLERK, "COSTS", 0, "Text der Kollegin");
        var stale =
                api.form(
                        HEAD,
                        page + "/abschnitt/COSTS",
                        Map.of("version", "0", "text", "Mein Text"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(Pages.verifiedBody(stale)).contains("Text der Kollegin", "Mein Text");
        var again =
                api.form(
                        HEAD,
                        page + "/abschnitt/COSTS",
                        Map.of("version", "1", "text", "Mein Text {{falsch}}"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(again)).contains("Mein Text {{falsch}}", "„falsch“");

        assertThat(Pages.verified(api.page(LANDRAT, page + "/freigabe", "de")))
                .contains("eingefroren", "Haltungen in Besprechungen");
        var overtaken = api.form(LANDRAT, page + "/freigabe", Map.of("version", "0"));
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(Pages.verifiedBody(overtaken)).contains("inzwischen geändert: Kosten.");
        var released = api.form(LANDRAT, page + "/freigabe", Map.of("version", "1"));
        assertThat(released.location()).endsWith("/konzeption/1");
        announced.opened(caseId, 1);
        api.form(CLERK, page + "/ueberarbeitung", Map.of());
        api.form(LANDRAT, page + "/freigabe", Map.of("version", "3"));
        TestClock.set(LocalDate.of(2014, 3, 20));
        api.councilResolves(caseId, "2014-03-20");
        for (var language : List.of("de", "en")) {
            assertThat(Pages.verified(api.page(CLERK, page, language))).contains("/konzeption/2");
            assertThat(Pages.verified(api.page(CLERK, page + "/2", language)))
                    .contains("unterschied/2", "document.pdf");
            assertThat(Pages.verified(api.page(CLERK, page + "/1/unterschied/2", language)))
                    .contains("<ins>");
        }
        assertThat(Pages.verified(api.page(Tokens.mayor("05382060"), page, "de")))
                .contains("Text der Kollegin")
                .doesNotContain("abschnitt/COSTS");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId, "de")))
                .contains("Ausgangslage beim Kreis", "konzeption");
        var choice = api.form(CLERK, page + "/2/beschluss", Map.of("resolutionId", ""));
        assertThat(choice.status()).isEqualTo(422);
        Pages.verifiedBody(choice);
    }

    @Test
    void aReleasedVersionStandsThereAsItWasFrozenUntilARevisionBegins() {
        announced.figures(caseId);
        write(CLERK, "COSTS", 0, "Netto: {{kosten.netto}}. Frist: {{beteiligung.frist}}.");
        release(LANDRAT);
        announced.opened(caseId, 1);
        var page = "/vorhaben/" + caseId + "/konzeption";
        assertThat(Pages.verified(api.page(CLERK, page, "de")))
                .contains("Fassung 1 ist freigegeben", "Frist: noch nicht bekannt.")
                .doesNotContain("Frist: 04.03.2014.", "Diese Angaben", "abschnitt/COSTS");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId, "de")))
                .contains("Konzeption lesen", "/vorhaben/" + caseId + "/akte")
                .doesNotContain("lesen und bearbeiten");

        api.form(CLERK, page + "/ueberarbeitung", Map.of());
        assertThat(Pages.verified(api.page(CLERK, page, "de")))
                .contains("Frist: 04.03.2014.", "abschnitt/COSTS");
        assertThat(Pages.verified(api.page(CLERK, "/vorhaben/" + caseId, "de")))
                .contains("lesen und bearbeiten");
        assertThat(Pages.verified(api.page(LANDRAT, "/vorhaben/" + caseId, "de")))
                .doesNotContain("lesen und bearbeiten");
    }

    private Api.Answer write(String token, String code, long version, String text) {
        return api.put(token, path("/sections/" + code), Map.of("version", version, "text", text));
    }

    private Api.Answer release(String token) {
        return api.post(
                token,
                path("/release"),
                Map.of("version", api.get(CLERK, path("")).json().path("version").asLong()));
    }

    private byte[] bytes(String path) {
        var answer = api.get(CLERK, path(path));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.result().getResponse().getContentAsByteArray();
    }

    private static JsonNode section(JsonNode of, String code) {
        var sections = of.isArray() ? of : of.path("sections");
        return sections.valueStream()
                .filter(it -> it.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String stored(String sql) {
        return Tenancy.call(
                Api.DISTRICT,
                null,
                () ->
                        transactions.execute(
                                tx -> jdbc.sql(sql).param(caseId).query(String.class).single()));
    }

    private void change(String sql) {
        Tenancy.run(
                Api.DISTRICT,
                () ->
                        transactions.executeWithoutResult(
                                tx -> jdbc.sql(sql).param(caseId).update()));
    }

    private String path(String more) {
        return "/cases/" + caseId + "/conception" + more;
    }
}
