package de.foerderkreis.application;

import static de.foerderkreis.application.Api.CLERK;
import static de.foerderkreis.application.Api.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class BadInputTests {

    @Autowired Api api;
    UUID caseId;

    @BeforeEach
    void openCase() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        caseId = api.openCase();
    }

    @Test
    void anUnknownProgrammeIsNamed() {
        var answer = open("KI-1999", "2012-10-02", "X-" + UUID.randomUUID());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("unknown-programme");
        assertThat(answer.text("detail")).contains("KI-1999");
        assertThat(answer.json().path("errors").get(0).path("field").asString())
                .isEqualTo("programmeCode");
    }

    @Test
    void aCaseIsNotOpenedInTheFuture() {
        assertThat(open("KI-2012", "2014-04-16", "X-" + UUID.randomUUID()).problem())
                .isEqualTo("future-date");
    }

    @Test
    void aFileReferenceIsUsedOnce() {
        var reference = "X-" + UUID.randomUUID();
        assertThat(open("KI-2012", "2012-10-02", reference).status()).isEqualTo(201);
        var again = open("KI-2012", "2012-10-02", reference);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("file-reference-taken");
    }

    @Test
    void anUnknownFieldAndABlankOneAreNamed() {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", " ");
        body.put("programmeCode", "KI-2012");
        body.put("fileReference", "X");
        body.put("openedOn", "2012-10-02");
        var blank = api.post(CLERK, "/cases", body);
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.json().path("errors").get(0).path("field").asString()).isEqualTo("title");
        body.put("tittle", "KI");
        assertThat(api.post(CLERK, "/cases", body).status()).isEqualTo(400);
    }

    @Test
    void aStaleEditNamesTheChangedFields() {
        var reference = "X-" + UUID.randomUUID();
        assertThat(edit(0, "Neu", reference).status()).isEqualTo(200);
        var stale = edit(0, "Anders", reference);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(stale.json().path("changedFields")).hasSize(1);
        assertThat(stale.json().path("changedFields").get(0).asString()).isEqualTo("title");
    }

    @Test
    void aStaleDecisionOnARequirementAndAStaleAnnexAreRefused() {
        var path = path("/requirements/R2");
        assertThat(api.put(CLERK, path, decide(0, "WAIVED", "Erlass")).status()).isEqualTo(200);
        var stale = api.put(HEAD, path, decide(0, "FULFILLED", "belegt"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("\"status\"").contains("\"reason\"");
        assertThat(
                        api.put(
                                        CLERK,
                                        path("/annexes/3"),
                                        Map.of("version", 0, "waivedReason", "a"))
                                .status())
                .isEqualTo(200);
        assertThat(
                        api.put(
                                        CLERK,
                                        path("/annexes/3"),
                                        Map.of("version", 0, "waivedReason", "b"))
                                .json()
                                .path("changedFields")
                                .get(0)
                                .asString())
                .isEqualTo("waivedReason");
    }

    @Test
    void decisionsOnRequirementsNeedTheirDayAndReason() {
        var path = path("/requirements/R1");
        assertThat(api.put(CLERK, path, decide(0, "PROMISED", null)).problem())
                .isEqualTo("due-day-missing");
        var past = decide(0, "PROMISED", null);
        past.put("dueOn", "2014-04-14");
        assertThat(api.put(CLERK, path, past).problem()).isEqualTo("due-day-past");
        assertThat(api.put(CLERK, path, decide(0, "WAIVED", " ")).problem())
                .isEqualTo("reason-missing");
        assertThat(api.put(CLERK, path, decide(0, "FULFILLED", null)).problem())
                .isEqualTo("reason-missing");
        assertThat(api.put(CLERK, path, decide(0, "BREACHED", "x")).problem())
                .isEqualTo("illegal-requirement-transition");
        assertThat(api.put(CLERK, path("/requirements/R10"), decide(0, "WAIVED", "x")).status())
                .isEqualTo(404);
        assertThat(
                        api.post(
                                        CLERK,
                                        path + "/evidence",
                                        Map.of("kind", "FACILITY_PLAN", "description", "Plan"))
                                .problem())
                .isEqualTo("evidence-not-taken");
    }

    @Test
    void manualEvidenceFulfilsARequirement() {
        var answer =
                api.post(
                        CLERK,
                        path("/requirements/R7/evidence"),
                        Map.of("kind", "FACILITY_PLAN", "description", "Raumplan vom 06.02.2014"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("FULFILLED");
        assertThat(answer.json().path("missing")).isEmpty();
    }

    @Test
    void anExecutableNamedPdfIsRefused() {
        var executable = new byte[512];
        executable[0] = 'M';
        executable[1] = 'Z';
        var answer = api.upload(CLERK, path("/documents"), "niederschrift.pdf", executable);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("document-type-refused");
        assertThat(api.get(CLERK, path("/documents")).json()).isEmpty();
    }

    @Test
    void aResolutionNeedsAPastDayAndWhenAdoptedADocumentOfItsCase() {
        assertThat(resolve("ADOPTED_MAJORITY", "2014-03-20", null).problem())
                .isEqualTo("adopted-without-document");
        assertThat(resolve("NOTED", "2014-04-16", null).problem()).isEqualTo("future-date");
        assertThat(resolve("DEFERRED", "2013-03-11", null).status()).isEqualTo(201);
        var other = api.openCase();
        var foreign = api.document(other, "Niederschrift einer anderen Akte");
        assertThat(resolve("ADOPTED_MAJORITY", "2014-03-20", foreign).problem())
                .isEqualTo("unknown-document");
        var own = api.document(caseId, "Niederschrift");
        assertThat(resolve("ADOPTED_MAJORITY", "2014-03-20", own).status()).isEqualTo(201);
        assertThat(api.get(CLERK, path("/documents/" + own)).body()).isEqualTo("Niederschrift");
        assertThat(api.get(CLERK, path("/documents/" + foreign)).status()).isEqualTo(404);
    }

    @Test
    void anAnnexIsPresentOrWaivedNotBoth() {
        var document = api.document(caseId, "Anhang");
        assertThat(
                        api.put(
                                        CLERK,
                                        path("/annexes/1"),
                                        Map.of(
                                                "version",
                                                0,
                                                "documentSha256",
                                                document,
                                                "waivedReason",
                                                "doch nicht"))
                                .problem())
                .isEqualTo("present-and-waived");
        assertThat(
                        api.put(
                                        CLERK,
                                        path("/annexes/1"),
                                        Map.of("version", 0, "documentSha256", document))
                                .text("status"))
                .isEqualTo("PRESENT");
        assertThat(api.put(CLERK, path("/annexes/7"), Map.of("version", 0)).status())
                .isEqualTo(404);
        assertThat(
                        api.put(
                                        CLERK,
                                        path("/annexes/2"),
                                        Map.of("version", 0, "documentSha256", "ab"))
                                .problem())
                .isEqualTo("unknown-document");
    }

    // ---- the same on pages

    @Test
    void aFormKeepsWhatWasTypedAndSaysWhatToDo() {
        var answer =
                api.form(
                        CLERK,
                        "/vorhaben/neu",
                        Map.of(
                                "title", "KI Neu",
                                "programmeCode", "KI-2012",
                                "fileReference", "",
                                "openedOn", "31.02.2012"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(answer))
                .contains("value=\"KI Neu\"")
                .contains("value=\"31.02.2012\"")
                .contains("href=\"#f-fileReference\"")
                .contains("Das ist kein Tag");
        var reference = "P-" + UUID.randomUUID();
        var done =
                api.form(
                        CLERK,
                        "/vorhaben/neu",
                        Map.of(
                                "title", "KI Neu",
                                "programmeCode", "KI-2012",
                                "fileReference", reference,
                                "openedOn", "02.10.2012"));
        assertThat(done.status()).isEqualTo(302);
        assertThat(Pages.verified(api.page(CLERK, done.location(), "de"))).contains(reference);
    }

    @Test
    void aStaleFormNamesTheChangedFieldKeepsTheInputAndShowsWhatIsThereNow() {
        var reference = api.get(CLERK, path("")).text("fileReference");
        edit(0, "Inzwischen", reference);
        var answer =
                api.form(
                        CLERK,
                        "/vorhaben/" + caseId + "/bearbeiten",
                        Map.of("version", "0", "title", "Meins", "fileReference", reference));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(Pages.verifiedBody(answer))
                .contains("Jemand hat inzwischen geändert: Titel")
                .contains("value=\"Meins\"")
                .contains("Inzwischen")
                .contains("name=\"version\" value=\"1\"");
    }

    @Test
    void anAdoptedResolutionWithoutAFileKeepsTheForm() {
        var answer =
                api.form(
                        CLERK,
                        "/vorhaben/" + caseId + "/gremien",
                        Map.of(
                                "body", "KREISTAG",
                                "decidedOn", "20.03.2014",
                                "outcome", "ADOPTED_MAJORITY",
                                "subject", "Einrichtung"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(answer))
                .contains("Auszug aus der Niederschrift")
                .contains("value=\"Einrichtung\"");
        var done =
                api.form(
                        CLERK,
                        "/vorhaben/" + caseId + "/gremien",
                        Map.of(
                                "body", "KREISTAG",
                                "decidedOn", "20.03.2014",
                                "outcome", "ADOPTED_MAJORITY",
                                "subject", "Einrichtung"),
                        "niederschrift.txt",
                        "Niederschrift".getBytes(StandardCharsets.UTF_8));
        assertThat(done.status()).isEqualTo(302);
        assertThat(Pages.verified(api.page(CLERK, done.location(), "de")))
                .contains("mehrheitlich beschlossen");
    }

    @Test
    void submittingOnThePageWithOpenPointsShowsTheChecklist() {
        var application = api.readyApplication(caseId, 1);
        var version = api.get(CLERK, application).text("version");
        var page = "/vorhaben/" + caseId + "/antrag/1";
        assertThat(Pages.verified(api.page(HEAD, page + "/abgabe", "de")))
                .contains("Ministerium für Arbeit, Integration und Soziales")
                .contains("eingefroren");
        var refused = api.form(Api.fresh(HEAD), page + "/abgabe", Map.of("version", version));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(Pages.verifiedBody(refused))
                .contains("16 Punkte sind noch zu erledigen")
                .contains("/vorhaben/" + caseId + "/gremien");
        api.councilResolves(caseId, "2014-03-20");
        api.settle(caseId);
        var done = api.form(Api.fresh(HEAD), page + "/abgabe", Map.of("version", version));
        assertThat(done.status()).as(done.body()).isEqualTo(302);
        assertThat(Pages.verified(api.page(CLERK, page, "de")))
                .contains("abgegeben")
                .contains(api.get(CLERK, application).text("snapshotSha256"));
    }

    @Test
    void everyPageOfACaseIsWholeInBothLanguages() {
        api.councilResolves(caseId, "2014-03-20");
        api.readyApplication(caseId, 1);
        for (var language : new String[] {"de", "en"}) {
            for (var page :
                    new String[] {
                        "",
                        "/bearbeiten",
                        "/anforderungen",
                        "/anforderungen/R1",
                        "/gremien",
                        "/unterlagen",
                        "/unterlagen/3",
                        "/antrag/1",
                        "/antrag/2",
                        "/antrag/1/ruecknahme",
                        "/antrag/1/schreiben",
                        "/antrag/1/entscheidung",
                        "/antrag/1/rueckfrage",
                        "/antrag/1/antwort",
                        "/antrag/1/eingang",
                        "/antrag/1/pruefung"
                    }) {
                Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + page, language));
            }
            Pages.verified(api.page(HEAD, "/vorhaben/" + caseId + "/antrag/1/abgabe", language));
            Pages.verified(api.page(HEAD, "/vorhaben/" + caseId + "/antrag/1/freigabe", language));
            Pages.verified(api.page(HEAD, "/vorhaben/" + caseId + "/antrag/1/rueckgabe", language));
            Pages.verified(api.page(CLERK, "/vorhaben", language));
            Pages.verified(api.page(CLERK, "/vorhaben/neu", language));
        }
    }

    private Api.Answer open(String programme, String day, String reference) {
        return api.post(
                CLERK,
                "/cases",
                Map.of(
                        "title", "KI",
                        "programmeCode", programme,
                        "fileReference", reference,
                        "openedOn", day));
    }

    private Api.Answer edit(long version, String title, String reference) {
        return api.put(
                CLERK,
                path(""),
                Map.of("version", version, "title", title, "fileReference", reference));
    }

    private Api.Answer resolve(String outcome, String day, String document) {
        var body = new LinkedHashMap<String, Object>();
        body.put("body", "KREISTAG");
        body.put("decidedOn", day);
        body.put("outcome", outcome);
        body.put("subject", "Einrichtung");
        if (document != null) {
            body.put("documentSha256", document);
        }
        return api.post(CLERK, path("/resolutions"), body);
    }

    private static LinkedHashMap<String, Object> decide(
            long version, String status, String reason) {
        var body = new LinkedHashMap<String, Object>();
        body.put("version", version);
        body.put("status", status);
        body.put("reason", reason);
        return body;
    }

    private String path(String rest) {
        return "/cases/" + caseId + rest;
    }
}
