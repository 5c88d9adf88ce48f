package de.foerderkreis.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platformtest.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages as a browser without scripts gets them; kept as files to be looked at. */
@FinanceTest
class PageTests {

    private static final Path SEEN = Path.of("target/pages");

    @Autowired Desk desk;
    @Autowired MovableClock clock;
    @Autowired MockMvcTester mvc;

    @Test
    void theTreasurerEntersThePlanLineByLine() throws IOException {
        UUID caseId = desk.plannedCase();
        String uri = "/finanzen/" + caseId + "/kosten";

        String page = seen("kosten", desk.page(Desk.TREASURER, uri), 200);
        assertThat(page)
                .contains("Kostenplan")
                .contains("80.000,00")
                .contains("name=\"items[0].label\"")
                .contains("<svg");

        var saved =
                desk.submit(
                        Desk.TREASURER,
                        uri,
                        "version",
                        "1",
                        "items[0].label",
                        "Fachkraft",
                        "items[0].category",
                        "PERSONNEL",
                        "items[0].eligible",
                        "true",
                        "items[0].quantity",
                        "0,5",
                        "items[0].unitAmount",
                        "44.000,00",
                        "items[1].label",
                        "",
                        "items[1].quantity",
                        "",
                        "items[1].unitAmount",
                        "");
        assertThat(saved).hasStatus(302).hasRedirectedUrl(uri);
        assertThat(Desk.text(desk.page(Desk.CLERK, uri))).contains("22.000,00");
    }

    @Test
    void aWrongLineKeepsEverythingTyped() throws IOException {
        UUID caseId = desk.plannedCase();
        String page =
                seen(
                        "kosten-fehler",
                        desk.submit(
                                Desk.TREASURER,
                                "/finanzen/" + caseId + "/kosten",
                                "version",
                                "1",
                                "items[0].label",
                                "",
                                "items[1].label",
                                "Fachkraft für alles",
                                "items[1].category",
                                "PERSONNEL",
                                "items[1].quantity",
                                "viele",
                                "items[1].unitAmount",
                                "44.000,00"),
                        422);
        assertThat(page)
                .contains("Fachkraft für alles")
                .contains("value=\"viele\"")
                .contains("#f-items[1].quantity")
                .contains("Bitte geben Sie eine Menge größer als 0");
    }

    @Test
    void aRaceWithAColleagueShowsBothAndLosesNothing() throws IOException {
        UUID caseId = desk.plannedCase();
        desk.body(
                desk.put(
                        Desk.TREASURER,
                        Desk.DEMO_PLAN.formatted(1).replace("44000.00", "45000.00"),
                        "/api/finance/v1/cases/{id}/cost-plan",
                        caseId),
                200);
        String page =
                seen(
                        "kosten-konflikt",
                        desk.submit(
                                Desk.TREASURER,
                                "/finanzen/" + caseId + "/kosten",
                                "version",
                                "1",
                                "items[0].label",
                                "Meine Fassung",
                                "items[0].category",
                                "PERSONNEL",
                                "items[0].quantity",
                                "2",
                                "items[0].unitAmount",
                                "65.000,00"),
                        409);
        assertThat(page)
                .contains("Jemand hat den Kostenplan inzwischen geändert")
                .contains("Meine Fassung")
                .contains("45.000,00")
                .contains("name=\"version\" value=\"2\"");
    }

    @Test
    void calculatingOnlyShowsSumsAndWarningsAndSavesNothing() throws IOException {
        UUID caseId = desk.plannedCase();
        String uri = "/finanzen/" + caseId + "/kosten";
        String page =
                seen(
                        "kosten-gerechnet",
                        desk.submit(
                                Desk.TREASURER,
                                uri,
                                "version",
                                "1",
                                "action",
                                "recalculate",
                                "items[1].label",
                                "Fachkraft",
                                "items[1].category",
                                "PERSONNEL:EDUCATION_SPECIALIST",
                                "items[1].eligible",
                                "true",
                                "items[1].quantity",
                                "2",
                                "items[1].unitAmount",
                                "65.000,00",
                                "items[2].label",
                                "Zuschuss",
                                "items[2].category",
                                "GRANT",
                                "items[2].eligible",
                                "true",
                                "items[2].quantity",
                                "1",
                                "items[2].unitAmount",
                                "50.000,00"),
                        200);
        assertThat(page)
                .contains("data-sum=\"net\">80.000,00")
                .contains("id=\"w-items[2]\"")
                .contains("value=\"PERSONNEL:EDUCATION_SPECIALIST\" selected");
        assertThat(Desk.text(desk.page(Desk.CLERK, uri))).contains("Fassung 1");
    }

    @Test
    void twoVersionsStandSideBySide() throws IOException {
        UUID caseId = desk.plannedCase();
        desk.body(
                desk.put(
                        Desk.TREASURER,
                        Desk.DEMO_PLAN.formatted(1).replace("44000.00", "46000.00"),
                        "/api/finance/v1/cases/{id}/cost-plan",
                        caseId),
                200);
        String uri = "/finanzen/" + caseId + "/kosten/vergleich";
        assertThat(seen("kosten-vergleich", desk.page(Desk.CLERK, uri), 200))
                .contains("Eine Zeile unterscheidet sich; die Mehrkosten ändern sich um 1.000,00")
                .contains("22.000,00")
                .contains("23.000,00");
        seen("kosten-vergleich-en", english(uri), 200);
        assertThat(desk.page(Desk.CLERK, uri + "?left=1&right=9")).hasStatus(404);
    }

    @Test
    void aFileIsCheckedOnThePageAndThenTakenIn() throws IOException {
        UUID caseId = desk.plannedCase();
        String uri = "/finanzen/" + caseId + "/kosten/datei";
        seen("kosten-datei", desk.page(Desk.TREASURER, uri), 200);
        String good = "Bezeichnung;Art;Einzelbetrag EUR\nReisekosten;Sachkosten;6.000,00\n";
        assertThat(seen("kosten-datei-gut", planFile(uri, good, "check"), 200))
                .contains("6.000,00");
        assertThat(
                        seen(
                                "kosten-datei-fehler",
                                planFile(uri, good.replace("6.000,00", "viel"), "load"),
                                422))
                .contains("Einzelbetrag EUR");
        assertThat(seen("kosten-datei-keine", planFile(uri, "", "check"), 422))
                .contains("Bitte wählen Sie die Excel- oder CSV-Datei");
        assertThat(planFile(uri, good, "load"))
                .hasStatus(302)
                .hasRedirectedUrl("/finanzen/" + caseId + "/kosten");
    }

    @Test
    void postsAndRoomsAreEnteredOnOneSheet() throws IOException {
        UUID caseId = desk.plannedCase();
        desk.rulingArrives(caseId, UUID.randomUUID(), UUID.randomUUID(), 1);
        String uri = "/finanzen/" + caseId + "/stellen";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Desk.text(desk.page(Desk.CLERK, uri)).contains("05.02.2014"));
        seen("stellen-neu", desk.page(Desk.TREASURER, uri), 200);
        assertThat(seen("stellen-leer", desk.page(Desk.CLERK, uri), 200))
                .contains("Noch kein Stellenplan");

        assertThat(desk.submit(Desk.TREASURER, uri, staff("0", "1,90", "8")))
                .hasStatus(302)
                .hasRedirectedUrl(uri);
        assertThat(seen("stellen-mindestmass", desk.page(Desk.TREASURER, uri), 200))
                .contains("3,40 statt mindestens 3,50")
                .contains("id=\"w-posts[0].fte\"")
                .contains("id=\"w-fte\"")
                .contains("Landesweite Koordinierungsstelle (LaKI)")
                .contains("<svg");
        assertThat(desk.submit(Desk.TREASURER, uri, staff("1", "2,00", "8"))).hasStatus(302);
        assertThat(seen("stellen", desk.page(Desk.TREASURER, uri), 200))
                .contains("5,50")
                .contains("Mindestmaß eingehalten")
                .doesNotContain("statt mindestens");
        assertThat(seen("stellen-lesend", desk.page(Desk.CLERK, uri), 200))
                .as("a reader sees figures, not fields")
                .contains("Geförderte Stellen", "Arbeitsplätze")
                .doesNotContain("name=\"posts[", "name=\"workplaces\"", "<fieldset");
        seen("stellen-en", english(uri), 200);
        assertThat(
                        seen(
                                "stellen-fehler",
                                desk.submit(Desk.TREASURER, uri, staff("2", "viele", "8")),
                                422))
                .contains("value=\"viele\"")
                .contains("Teilzeitkräfte");
        assertThat(
                        seen(
                                "stellen-konflikt",
                                desk.submit(Desk.TREASURER, uri, staff("1", "1,50", "7")),
                                409))
                .contains("Jemand hat den Stellenplan inzwischen geändert")
                .contains("value=\"1,50\"")
                .contains("name=\"version\" value=\"2\"");
        String[] sums = Arrays.copyOf(staff("2", "1,50", "7"), 30);
        sums[28] = "action";
        sums[29] = "recalculate";
        assertThat(seen("stellen-gerechnet", desk.submit(Desk.TREASURER, uri, sums), 200))
                .contains("5,00")
                .contains("7 Arbeitsplätze für 8 Personen");
    }

    @Test
    void assumptionsStandSideBySide() throws IOException {
        UUID caseId = desk.plannedCase();
        desk.calculated(caseId);
        String uri = "/finanzen/" + caseId + "/umlage/vergleich";
        assertThat(
                        seen(
                                "annahmen",
                                desk.page(Desk.CLERK, uri + "?half=05382060&half=05382068"),
                                200))
                .contains("37.578,37")
                .contains("9.955,49")
                .contains("2.069,59\u00a0€ weniger")
                .contains("14 mehr, 5 weniger")
                .contains("6.814,43");
        seen("annahmen-en", english(uri), 200);
        assertThat(seen("annahmen-fehler", desk.page(Desk.CLERK, uri + "?half=x"), 422))
                .contains("12.025,08");
    }

    private static String[] staff(String version, String education, String workplaces) {
        return new String[] {
            "version", version,
            "posts[0].category", "EDUCATION_SPECIALIST",
            "posts[0].heads", "3",
            "posts[0].fte", education,
            "posts[1].category", "ADMIN_SPECIALIST",
            "posts[1].heads", "2",
            "posts[1].fte", "1,00",
            "posts[2].category", "ADMIN_ASSISTANT",
            "posts[2].heads", "1",
            "posts[2].fte", "0,50",
            "teachers", "2",
            "workplaces", workplaces,
            "rooms", "4",
            "premisesReason", "Teilzeitkräfte brauchen je einen Platz"
        };
    }

    private MvcTestResult planFile(String uri, String csv, String action) {
        return mvc.post()
                .uri(uri)
                .multipart()
                .file(
                        new MockMultipartFile(
                                "file",
                                "plan.csv",
                                "text/csv",
                                csv.getBytes(StandardCharsets.UTF_8)))
                .param("version", "1")
                .param("action", action)
                .header("Authorization", "Bearer " + Desk.TREASURER)
                .header("Accept-Language", "de")
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    @Test
    void theLevyPageAnswersInBothViews() throws IOException {
        UUID caseId = desk.plannedCase();
        desk.calculated(caseId);
        String uri = "/finanzen/" + caseId + "/umlage";

        assertThat(seen("umlage", desk.page(Desk.TREASURER, uri), 200))
                .contains("80.000,00")
                .contains("12.025,08")
                .contains("0,0123")
                .contains("14.970,00")
                .contains("50.060,00")
                .contains("<svg");
        assertThat(
                        seen(
                                "umlage-annahme",
                                desk.page(
                                        Desk.CLERK,
                                        uri
                                                + "?fundingEnds=true&rate=36,15&half=05382060&half=05382068"),
                                200))
                .contains("250.000,00")
                .contains("Sie sehen eine Annahme");
        assertThat(
                        seen(
                                "umlage-jugendamt",
                                desk.page(Desk.CLERK, uri + "?key=YOUTH_OFFICE_POOL"),
                                200))
                .contains("11.049,88");
        assertThat(seen("umlage-en", english(uri), 200))
                .contains("The case costs the municipalities about")
                .contains("percentage points");
        assertThat(seen("umlage-fehler", desk.page(Desk.CLERK, uri + "?rate=viel&amount=x"), 422))
                .contains("value=\"viel\"")
                .contains("Bitte geben Sie den Satz in Prozent");
    }

    @Test
    void everyFigureSaysWhy() throws IOException {
        UUID caseId = desk.plannedCase();
        desk.calculated(caseId);
        assertThat(
                        seen(
                                "warum",
                                desk.page(
                                        Desk.CLERK,
                                        "/finanzen/" + caseId + "/umlage/05382068/warum"),
                                200))
                .contains("87.152.070,00")
                .contains("10.596.780,00")
                .contains("97.748.850,00")
                .contains("12.025,07")
                .contains("stimmt überein");
    }

    @Test
    void aMayorSeesTheTownSheetAndTheWholeTable() throws IOException {
        UUID caseId = desk.plannedCase();
        desk.calculated(caseId);
        desk.roundOpens(caseId, Instant.parse("2014-02-17T09:00:00Z"), List.of(Desk.TROISDORF));
        String mayor = Tokens.mayor(Desk.TROISDORF);
        String uri = "/finanzen/" + caseId + "/umlage";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.page(mayor, uri).getResponse().getStatus() == 200);

        assertThat(seen("ortsblatt", desk.page(mayor, uri + "/05382068"), 200))
                .contains("12.025,08")
                .contains("0,1654")
                .contains("0,1369")
                .contains("04.03.2014")
                .contains("2014")
                .contains("2017")
                .contains("37.578,37")
                .contains("/stellungnahme");
        assertThat(seen("umlage-kommune", desk.page(mayor, uri), 200))
                .contains("fk-own")
                .contains("Ruppichteroth");
        assertThat(seen("finanzen-kommune", desk.page(mayor, "/finanzen"), 200))
                .contains("Kommunales Integrationszentrum");
        assertThat(desk.page(Tokens.mayor("05382060"), uri)).hasStatus(404);
        assertThat(Desk.text(desk.page(Tokens.mayor("05382060"), "/finanzen")))
                .doesNotContain(caseId.toString());
    }

    @Test
    void afterTheReplyDayATownIsNoLongerAskedForItsOpinion() throws IOException {
        UUID caseId = desk.plannedCase();
        desk.calculated(caseId);
        desk.roundOpens(caseId, Instant.parse("2014-02-17T09:00:00Z"), List.of(Desk.TROISDORF));
        String mayor = Tokens.mayor(Desk.TROISDORF);
        String uri = "/finanzen/" + caseId + "/umlage";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.page(mayor, uri).getResponse().getStatus() == 200);
        try {
            clock.at("2014-03-04T22:59:00Z");
            assertThat(seen("umlage-letzter-tag", desk.page(mayor, uri), 200))
                    .contains("bittet Ihre Kommune um Stellungnahme bis 04.03.2014");
            assertThat(seen("ortsblatt-letzter-tag", desk.page(mayor, uri + "/05382068"), 200))
                    .contains("/stellungnahme");

            clock.at("2014-03-04T23:00:00Z");
            assertThat(seen("umlage-danach", desk.page(mayor, uri), 200))
                    .contains("hatte Ihre Kommune um Stellungnahme bis 04.03.2014 gebeten")
                    .doesNotContain("bittet");
            assertThat(seen("ortsblatt-danach", desk.page(mayor, uri + "/05382068"), 200))
                    .contains("hatte um Stellungnahme bis 04.03.2014 gebeten")
                    .doesNotContain("bittet", "/stellungnahme");
        } finally {
            clock.reset();
        }
    }

    @Test
    void basesAreCheckedImportedAndPublished() throws IOException {
        desk.municipalitiesArrive();
        byte[] wrong = DemoFigures.municipalitiesText().replace("17512345", "-1").getBytes();
        assertThat(seen("grundlagen-fehler", uploaded(wrong, "2041", "check"), 200))
                .contains("tax_power_eur")
                .contains("ist negativ");
        assertThat(
                        seen(
                                "grundlagen-geprueft",
                                uploaded(DemoFigures.municipalitiesFile(), "2041", "check"),
                                200))
                .contains("650.300.000,00");
        var loaded = uploaded(DemoFigures.municipalitiesFile(), "2041", "load");
        assertThat(loaded).hasStatus(302);
        String uri = loaded.getResponse().getRedirectedUrl();

        assertThat(seen("grundlage", desk.page(Desk.TREASURER, uri), 200))
                .contains("Fassung veröffentlichen")
                .contains("97.748.850,00");
        assertThat(desk.submit(Desk.TREASURER, uri + "/veroeffentlichung", "version", "0"))
                .hasStatus(422);
        assertThat(
                        desk.submit(
                                Desk.TREASURER,
                                uri + "/veroeffentlichung",
                                "version",
                                "0",
                                "confirmed",
                                "true"))
                .hasStatus(302);
        assertThat(Desk.text(desk.page(Desk.CLERK, uri))).contains("veröffentlicht");
        assertThat(seen("grundlagen", desk.page(Desk.TREASURER, "/finanzen/umlagegrundlagen"), 200))
                .contains("36,13");
        assertThat(
                        desk.submit(
                                Desk.TREASURER,
                                "/finanzen/umlagegrundlagen/satz",
                                "rateYear",
                                "2041",
                                "rate",
                                "viel",
                                "source",
                                ""))
                .hasStatus(422);
    }

    @Test
    void aPageWithoutFiguresSaysWhatToDo() throws IOException {
        UUID caseId = desk.caseArrives();
        assertThat(
                        seen(
                                "umlage-leer",
                                desk.page(Desk.TREASURER, "/finanzen/" + caseId + "/umlage"),
                                200))
                .contains("Noch nicht berechnet");
        assertThat(
                        seen(
                                "kosten-leer",
                                desk.page(Desk.CLERK, "/finanzen/" + caseId + "/kosten"),
                                200))
                .contains("Noch kein Kostenplan");
        seen("finanzen", desk.page(Desk.CLERK, "/finanzen"), 200);
        assertThat(desk.submit(Desk.TREASURER, "/finanzen/" + caseId + "/umlage")).hasStatus(422);
    }

    @Test
    void calculatingFromThePageRedirectsToTheResult() {
        UUID caseId = desk.plannedCase();
        String uri = "/finanzen/" + caseId + "/umlage";
        assertThat(
                        desk.submit(
                                Desk.TREASURER,
                                uri,
                                "baseId",
                                desk.publishedBase().toString(),
                                "apportioned",
                                ""))
                .hasStatus(302)
                .hasRedirectedUrl(uri);
        assertThat(desk.page(Desk.CLERK, uri + "/tabelle.csv"))
                .hasStatus(200)
                .hasHeader("Content-Disposition", "attachment; filename=\"umlage-2014.csv\"");
    }

    private MvcTestResult uploaded(byte[] file, String year, String action) {
        return mvc.post()
                .uri("/finanzen/umlagegrundlagen")
                .multipart()
                .file(new MockMultipartFile("file", "municipalities.csv", "text/csv", file))
                .param("year", year)
                .param("status", "FINAL")
                .param("action", action)
                .header("Authorization", "Bearer " + Desk.TREASURER)
                .header("Accept-Language", "de")
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    private MvcTestResult english(String uri) {
        return mvc.get()
                .uri(uri)
                .header("Authorization", "Bearer " + Desk.CLERK)
                .header("Accept-Language", "en")
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    /** The text of a page that must have this status and no message key left in it. */
    private static String seen(String name, MvcTestResult result, int status) throws IOException {
        String page = Desk.text(result);
        Files.createDirectories(SEEN);
        Files.writeString(SEEN.resolve(name + ".html"), page);
        assertThat(result.getResponse().getStatus()).as(page).isEqualTo(status);
        var missing = new ArrayList<String>();
        Pattern.compile("\\?\\?[\\w.]+_\\w+\\?\\?")
                .matcher(page)
                .results()
                .forEach(it -> missing.add(it.group()));
        assertThat(missing).isEmpty();
        return page;
    }
}
