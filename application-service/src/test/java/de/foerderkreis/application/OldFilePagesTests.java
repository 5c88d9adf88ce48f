package de.foerderkreis.application;

import static de.foerderkreis.application.Api.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platformtest.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** The page on which an old file is tried, then confirmed. */
@RunningService
class OldFilePagesTests {

    private static final Pattern TABLE = Pattern.compile("name=\"table\" value=\"([^\"]+)\"");

    @Autowired Api api;
    @Autowired MockMvcTester mvc;
    @Autowired JsonMapper json;

    UUID caseId;
    String council;
    String page;

    @BeforeEach
    void openCase() {
        TestClock.set(LocalDate.of(2014, 2, 14));
        caseId = api.openCase();
        council = "/vorhaben/" + caseId + "/gremien";
        page = council + "/alte-akte";
        api.document(caseId, "Auszug");
    }

    @Test
    void theTableIsTriedShownAndConfirmedWithoutChoosingItAgain() {
        var trial = api.form(CLERK, page, Map.of(), "akte.csv", bytes(OldFileTests.FILE));
        assertThat(Pages.verified(trial))
                .contains("5 Zeilen: 5 neu, 0 schon erfasst")
                .contains("5 Schritte werden")
                .contains("Kreistag: Konzept – mehrheitlich beschlossen");
        assertThat(resolutions()).isZero();
        var loaded = api.form(CLERK, page, Map.of("table", table(trial)));
        assertThat(loaded.location()).isEqualTo(council);
        assertThat(resolutions()).isEqualTo(2);
        assertThat(Pages.verified(api.page(CLERK, council, "de")))
                .contains("nacherfasst am 14.02.2014 durch: Sachbearbeitung");

        var again = api.form(CLERK, page, Map.of(), "akte.csv", bytes(OldFileTests.FILE));
        assertThat(Pages.verified(again))
                .contains("Alles in dieser Tabelle ist schon erfasst")
                .doesNotContain("name=\"table\"");
    }

    @Test
    void whatIsWrongIsShownCellByCellAndTheRestAsRight() {
        var wrong =
                api.form(
                        CLERK,
                        page,
                        Map.of(),
                        "akte.csv",
                        bytes(OldFileTests.FILE + "14.02.2014;Sitzung;Kreistag\nx;Sitzung\n"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(wrong))
                .contains("Die Tabelle hat 3 Fehler")
                .contains("An diesem Tag war das Vorhaben hier schon angelegt")
                .contains("„x“ ist kein Tag")
                .contains("Diese Zeilen sind in Ordnung")
                .doesNotContain("name=\"table\"");
    }

    @Test
    void whatChangedBetweenTrialAndConfirmationIsToldAndNothingIsStored() {
        var trial = api.form(CLERK, page, Map.of(), "akte.csv", bytes(OldFileTests.FILE));
        api.post(
                CLERK,
                "/cases/" + caseId + "/council/papers",
                Map.of(
                        "number", "Bericht 1",
                        "type", "ANNEX",
                        "title", "Etwas anderes",
                        "datedOn", "2012-11-05",
                        "supplementary", false));
        var refused = api.form(CLERK, page, Map.of("table", table(trial)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(refused)).contains("aber mit anderen Angaben");
        assertThat(resolutions()).isZero();
    }

    @Test
    void withoutAFileOrWithATableNobodyTriedThePageAsksForOne() {
        for (var fields : List.of(Map.<String, String>of(), Map.of("table", "!"))) {
            var without = api.form(CLERK, page, fields);
            assertThat(without.status()).isEqualTo(422);
            assertThat(Pages.verifiedBody(without)).contains("Wählen Sie die Tabelle aus.");
        }
    }

    @Test
    void theCouncilPageLeadsWhoMayRecordToItAndATemplateHelpsToStart() {
        assertThat(Pages.verified(api.page(CLERK, council, "de"))).contains(page);
        assertThat(api.page(Tokens.of(Api.DISTRICT, "auditor"), council, "de").body())
                .doesNotContain(page);
        assertThat(Pages.verified(api.page(CLERK, page, "de")))
                .contains("Einrichtung und Antragstellung, Integrationskonzept, Anderes");
        assertThat(Pages.verified(api.page(CLERK, page, "en"))).contains("One row per step");
        var template = api.page(CLERK, page + "/muster.csv", "de");
        assertThat(template.body())
                .isEqualTo("\uFEFF" + OldFileTests.HEADING.replace("\n", "\r\n"));
        assertThat(template.result().getResponse().getHeader("Content-Disposition"))
                .contains("alte-akte.csv");
    }

    @Test
    void severalProofsAreAddedAtOnceAndListedByName() {
        var added = proofs("auszug-1.txt", "auszug-2.txt");
        assertThat(added.location()).isEqualTo(page);
        assertThat(Pages.verified(api.page(CLERK, page, "en")))
                .contains("auszug-1.txt", "auszug-2.txt", "3 documents belong to the case");
        var refused = proofs("programm.exe");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(refused))
                .contains("„programm.exe“ wird nicht angenommen", "href=\"#f-proofs\"");
        assertThat(Pages.verifiedBody(proofs())).contains("Wählen Sie mindestens eine Datei aus.");
    }

    private Api.Answer proofs(String... names) {
        var request = mvc.post().uri(page + "/belege").multipart();
        for (var it : names) {
            request.file(new MockMultipartFile("proofs", it, null, bytes("Auszug " + it)));
        }
        return new Api.Answer(
                request.header("Authorization", "Bearer " + CLERK)
                        .header("Accept-Language", "de")
                        .accept(MediaType.TEXT_HTML)
                        .exchange(),
                json);
    }

    private static String table(Api.Answer trial) {
        var found = TABLE.matcher(trial.body());
        assertThat(found.find()).as(trial.body()).isTrue();
        return found.group(1);
    }

    private int resolutions() {
        return api.get(CLERK, "/cases/" + caseId + "/resolutions").json().size();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
