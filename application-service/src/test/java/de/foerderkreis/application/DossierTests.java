package de.foerderkreis.application;

import static de.foerderkreis.application.Api.CLERK;
import static de.foerderkreis.application.Api.HEAD;
import static de.foerderkreis.application.Api.LANDRAT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.application.document.FrozenJson;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.audit.AuditQuery;
import de.foerderkreis.platform.audit.ChainHead;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class DossierTests {

    static final byte[] LETTER =
            "Stellungnahme der Stadt, unterschrieben.".getBytes(StandardCharsets.UTF_8);

    final String auditor = Tokens.of(Api.DISTRICT, "auditor");

    @Autowired Api api;
    @Autowired Announced announced;
    @Autowired JsonMapper json;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired AuditQuery trail;

    UUID caseId;

    @BeforeEach
    void openCase() {
        TestClock.set(LocalDate.of(2014, 2, 14));
        caseId = api.openCase();
        await().atMost(Duration.ofSeconds(10)).until(() -> head() != null);
    }

    @Test
    void theDossierHasTheOutlineOfTheConceptionAndIsAccessibleAndComplete() throws Exception {
        complete();
        var dossier = ready(order(CLERK));
        var pdf = file(1, "pdf");
        Accessible.verify(pdf);
        assertThat(FrozenJson.sha256(pdf)).isEqualTo(dossier.text("pdfSha256"));
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(bookmarks(read))
                    .as("the outline of the requirement, in its order")
                    .containsSubsequence(outline());
            var text = new PDFTextStripper().getText(read).replace('\u00a0', ' ');
            assertThat(text)
                    .contains(dossier.text("sha256"), "07.03.2014, 12:00 Uhr")
                    .contains("Konzeption – Seite 1", "Anhang 1 – Seite 1", "Anhang 6 – Seite 1")
                    .contains("80.000,00 €", "12.025,08 €", "1.273,26 €")
                    .contains("Zugang zu Ärztinnen und Ärzten", "Worum es darin geht")
                    .contains("Wir lehnen <das> & alles Weitere ab.", "{{kosten.netto}}")
                    .contains("Der Kreis prüft die Minderbelastung.")
                    .contains("Niederschrift: HVB-Dienstbesprechung 21.02.2014, TOP 3")
                    .containsOnlyOnce("Gemeinsam mit: Ruppichteroth, Troisdorf")
                    .containsOnlyOnce("Gemeinsam mit:")
                    .contains("keine Rückäußerung");
            var files = read.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().keySet();
            assertThat(files)
                    .containsExactlyInAnyOrder(
                            "anhang-3-broschuere.txt", "anhang-6-05382060-1-Brief-der-Stadt.txt");
        }
    }

    @Test
    void theZipCarriesOriginalsDataAndTheHashOfEverything() throws Exception {
        complete();
        var dossier = ready(order(CLERK));
        var entries = unzip(file(1, "zip"));
        var manifest = json.readTree(entries.remove("manifest.json"));
        assertThat(manifest.path("snapshotSha256").asString()).isEqualTo(dossier.text("sha256"));
        assertThat(manifest.path("sha256").size()).isEqualTo(entries.size());
        entries.forEach((name, bytes) ->
                assertThat(manifest.path("sha256").path(name).asString())
                        .as(name)
                        .isEqualTo(FrozenJson.sha256(bytes)));
        assertThat(manifest.path("sha256").path("akte.pdf").asString())
                .isEqualTo(dossier.text("pdfSha256"));
        assertThat(entries)
                .containsKeys("akte.json", "daten/konzeption.json", "daten/anhang-2.json");
        assertThat(entries.get("originale/anhang-6-05382060-1-Brief-der-Stadt.txt"))
                .isEqualTo(LETTER);
        assertThat(json.readTree(entries.get("daten/anhang-2.json")).at("/levy/rows")).hasSize(3);
    }

    @Test
    void theDossierNotesTheLastSealedLinkOfTheAuditChainAndKeepsIt() throws Exception {
        var before = requireNonNull(head());
        ready(order(CLERK));
        var snapshot = json.readTree(api.get(CLERK, path("/1/snapshot")).body());
        var noted = json.treeToValue(snapshot.path("auditHead"), ChainHead.class);
        assertThat(noted.chain()).isEqualTo("application/" + Api.DISTRICT);
        assertThat(noted.position()).isGreaterThanOrEqualTo(before.position());
        assertThat(linkAt(noted.position())).isEqualTo(noted.hash());

        var manifest = json.readTree(unzip(file(1, "zip")).get("manifest.json"));
        assertThat(json.treeToValue(manifest.path("auditHead"), ChainHead.class)).isEqualTo(noted);
        try (var read = Loader.loadPDF(file(1, "pdf"))) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Position " + noted.position(), noted.hash());
        }
        // The chain grows with every act; that alone is no other dossier.
        annex(4, Map.of("text", "Neu"));
        api.put(CLERK, "/cases/" + caseId + "/annexes/4", Map.of("version", 1));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> requireNonNull(head()).position() > noted.position() + 1);
        assertThat(order(CLERK).json().path("no").asInt()).isEqualTo(1);
    }

    @Test
    void whileNothingChangesTheSameDossierIsAnsweredAndThenTheNextOne() {
        announced.figures(caseId);
        var first = ready(order(CLERK));
        TestClock.set(LocalDate.of(2014, 2, 15));
        assertThat(order(HEAD).text("sha256")).isEqualTo(first.text("sha256"));
        assertThat(
                        api.put(
                                        CLERK,
                                        "/cases/" + caseId + "/annexes/4",
                                        Map.of("version", 0, "text", "Neu"))
                                .status())
                .isEqualTo(200);
        var second = order(CLERK);
        assertThat(second.json().path("no").asInt()).isEqualTo(2);
        assertThat(second.text("sha256")).isNotEqualTo(first.text("sha256"));
        var snapshot = api.get(CLERK, path("/1/snapshot")).body();
        assertThat(FrozenJson.sha256(snapshot.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(first.text("sha256"));
    }

    @Test
    void whatIsMissingOrWaivedIsSaidInTheDossier() throws Exception {
        api.put(
                CLERK,
                "/cases/" + caseId + "/annexes/3",
                Map.of("version", 0, "waivedReason", "Die Broschüre ist vergriffen."));
        var dossier = ready(order(CLERK));
        assertThat(dossier.json().path("missing").valueStream().map(it -> it.asInt()))
                .containsExactly(1, 2, 4, 5, 6);
        var pdf = file(1, "pdf");
        Accessible.verify(pdf);
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Die Broschüre ist vergriffen.")
                    .contains("Dieser Anhang liegt noch nicht vor.")
                    .contains("Eine freigegebene Fassung der Konzeption gibt es noch nicht.");
        }
    }

    @Test
    void anOriginalThatCannotBeHadLeavesNothingBehind() {
        var document =
                new SynopsisReleased.Document(
                        "Brief.txt",
                        "text/plain",
                        FrozenJson.sha256("fort".getBytes(StandardCharsets.UTF_8)));
        announced.synopsis(caseId, announced.opened(caseId, null), List.of(document));
        var refused = order(CLERK);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("original-unreachable");
        assertThat(refused.text("detail")).contains("Brief.txt");
        assertThat(api.get(CLERK, path("")).json()).isEmpty();

        Originals.KEPT.put(document.sha256(), "etwas anderes".getBytes(StandardCharsets.UTF_8));
        assertThat(order(CLERK).problem()).isEqualTo("original-differs");
        assertThat(api.get(CLERK, path("")).json()).isEmpty();

        Originals.KEPT.put(document.sha256(), "fort".getBytes(StandardCharsets.UTF_8));
        assertThat(order(CLERK).status()).isEqualTo(202);
        assertThat(Originals.ASKED.get(document.sha256())).isEqualTo("Bearer " + CLERK);
    }

    @Test
    void thePageSaysWhatIsMissingAndOffersWhatIsThere() {
        var page = "/vorhaben/" + caseId + "/akte";
        for (var language : List.of("de", "en")) {
            assertThat(Pages.verified(api.page(CLERK, page, language)))
                    .contains("/konzeption", "/unterlagen/3");
        }
        var ordered = api.form(CLERK, page, Map.of());
        assertThat(ordered.location()).endsWith("/akte");
        ready(api.get(CLERK, path("/1")));
        for (var language : List.of("de", "en")) {
            assertThat(Pages.verified(api.page(CLERK, page, language)))
                    .contains("file.pdf", "file.zip");
        }
        Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/unterlagen/4", "de"));
        Pages.verified(api.page(CLERK, "/vorhaben/" + caseId + "/unterlagen/3", "en"));
    }

    @Test
    void aGeneratedOrWrittenAnnexIsOpenedFromItsPageByWhoeverMayReadTheCase() throws Exception {
        var annexes = "/vorhaben/" + caseId + "/unterlagen";
        assertThat(api.page(CLERK, annexes, "de").body()).doesNotContain("/ansicht");
        assertThat(api.page(CLERK, annexes + "/1/ansicht", "de").status()).isEqualTo(404);
        announced.figures(caseId);
        var lost =
                new SynopsisReleased.Document(
                        "Brief.txt",
                        "text/plain",
                        FrozenJson.sha256("nie geholt".getBytes(StandardCharsets.UTF_8)));
        announced.synopsis(caseId, announced.opened(caseId, null), List.of(lost));
        annex(4, Map.of("text", "Zugang zu Ärztinnen und Ärzten."));
        for (var language : List.of("de", "en")) {
            assertThat(Pages.verified(api.page(auditor, annexes, language)))
                    .contains("/1/ansicht", "/2/ansicht", "/4/ansicht", "/6/ansicht")
                    .doesNotContain("/3/ansicht", "/5/ansicht");
        }
        assertThat(annexText(1)).contains("80.000,00 €", "Verbindlich ist der Anhang");
        assertThat(annexText(2)).contains("12.025,08 €");
        assertThat(annexText(4)).contains("Zugang zu Ärztinnen und Ärzten.");
        assertThat(annexText(6)).contains("Wir lehnen <das> & alles Weitere ab.", "Brief.txt");
        assertThat(api.get(CLERK, path("")).json()).as("looking freezes nothing").isEmpty();
    }

    private String annexText(int no) throws Exception {
        var answer =
                api.page(auditor, "/vorhaben/" + caseId + "/unterlagen/" + no + "/ansicht", "en");
        assertThat(answer.status()).isEqualTo(200);
        var pdf = answer.result().getResponse().getContentAsByteArray();
        Accessible.verify(pdf);
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replace('\u00a0', ' ');
        }
    }

    @Test
    void handingInFreezesTheDossierAndAsksForAFreshSecondFactor() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        api.councilResolves(caseId, "2014-03-20");
        api.settle(caseId);
        var application = api.readyApplication(caseId, 1);
        var version = api.get(CLERK, application).json().path("version").asLong();
        var weak = api.post(LANDRAT, application + "/submission", Map.of("version", version));
        assertThat(weak.status()).isEqualTo(401);
        assertThat(weak.problem()).isEqualTo("second-factor-required");
        assertThat(api.get(CLERK, application).text("status")).isEqualTo("READY");
        var submitted = api.step(LANDRAT, application, "submission", Map.of());
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        var no = submitted.json().path("dossierNo").asInt();
        var dossier = api.get(CLERK, path("/" + no));
        assertThat(api.get(CLERK, application + "/snapshot").text("dossierSha256"))
                .isEqualTo(dossier.text("sha256"));
        ready(dossier);
        var noted =
                json.readTree(api.get(CLERK, application + "/snapshot").body()).path("auditHead");
        assertThat(linkAt(noted.path("position").asLong()))
                .isEqualTo(noted.path("hash").asString());
    }

    @Test
    void whatADeadProcessLeftIsTakenUpByWhoeverLooks() {
        ready(order(CLERK));
        var sealed = requireNonNull(head()).position();
        annex(4, Map.of("text", "Neu"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> requireNonNull(head()).position() > sealed);
        inDistrict(
                """
                with left_over as (
                    insert into dossier (id, case_id, no, state_sha256, sha256, content, frozen_at)
                    select uuidv7(), case_id, 2, state_sha256, sha256, content, frozen_at from dossier where case_id = ?
                    returning id)
                insert into dossier_job (dossier_id, claimed_until, attempts)
                select id, now() - interval '1 minute', 1 from left_over
                """);
        var again = ready(api.get(CLERK, path("/2")));
        // The same content, so the same bytes as the first time.
        assertThat(file(2, "pdf")).isEqualTo(file(1, "pdf"));
        assertThat(again.text("zipSha256")).isEqualTo(api.get(CLERK, path("/1")).text("zipSha256"));
    }

    @Test
    void twoWhoOrderAtOnceGetTheSameDossierAndNobodyChangesIt() throws Exception {
        var start = new CyclicBarrier(2);
        Callable<Integer> attempt =
                () -> {
                    start.await();
                    return order(CLERK).json().path("no").asInt();
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(
                            threads.invokeAll(List.of(attempt, attempt)).stream()
                                    .map(it -> it.resultNow()))
                    .containsExactly(1, 1);
        }
        for (var statement :
                List.of(
                        "update dossier set content = '{}' where case_id = ?",
                        "delete from dossier where case_id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> inDistrict(statement));
        }
    }

    private @Nullable ChainHead head() {
        return Tenancy.call(Api.DISTRICT, null, () -> trail.head().orElse(null));
    }

    private String linkAt(long position) {
        return Tenancy.call(
                Api.DISTRICT,
                null,
                () ->
                        transactions.execute(tx ->
                                jdbc.sql("select hash from audit_seal where position = ?")
                                        .param(position)
                                        .query(String.class)
                                        .single()));
    }

    private void inDistrict(String sql) {
        Tenancy.run(
                Api.DISTRICT,
                () ->
                        transactions.executeWithoutResult(
                                tx -> jdbc.sql(sql).param(caseId).update()));
    }

    /** Everything a dossier can have (steps 9 to 18 of the story). */
    private void complete() {
        announced.figures(caseId);
        api.post(LANDRAT, "/cases/" + caseId + "/conception/release", Map.of("version", 0));
        var round = announced.opened(caseId, 1);
        TestClock.set(LocalDate.of(2014, 3, 7));
        var sha256 = FrozenJson.sha256(LETTER);
        Originals.KEPT.put(sha256, LETTER);
        announced.synopsis(
                caseId,
                round,
                List.of(
                        new SynopsisReleased.Document(
                                "Brief der Stadt.txt", "text/plain", sha256)));
        var brochure =
                api.upload(
                                CLERK,
                                "/cases/" + caseId + "/documents",
                                "broschuere.txt",
                                "Handlungsfelder".getBytes(StandardCharsets.UTF_8))
                        .text("sha256");
        annex(3, Map.of("documentSha256", brochure, "text", "Die Handlungsfelder der Zentren."));
        annex(4, Map.of("text", "Zugang zu Ärztinnen und Ärzten.\n\n- Dolmetschen\n- Lotsen"));
        annex(5, Map.of("text", "Sprachförderung in Schulen."));
    }

    private void annex(int no, Map<String, Object> more) {
        var body = new LinkedHashMap<>(more);
        body.putIfAbsent("version", 0);
        var set = api.put(CLERK, "/cases/" + caseId + "/annexes/" + no, body);
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(set.text("status")).isEqualTo("PRESENT");
    }

    private Api.Answer order(String token) {
        return api.post(token, path(""), Map.of());
    }

    private Api.Answer ready(Api.Answer ordered) {
        assertThat(ordered.status()).as(ordered.body()).isLessThan(300);
        var one = path("/" + ordered.json().path("no").asInt());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !api.get(CLERK, one).text("status").equals("MAKING"));
        var dossier = api.get(CLERK, one);
        assertThat(dossier.text("status")).as(dossier.body()).isEqualTo("READY");
        return dossier;
    }

    private byte[] file(int no, String type) {
        return api.get(CLERK, path("/" + no + "/file." + type))
                .result()
                .getResponse()
                .getContentAsByteArray();
    }

    private String path(String more) {
        return "/cases/" + caseId + "/dossiers" + more;
    }

    private static List<String> outline() throws Exception {
        return new ClassPathResource("dossier/outline.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** Bookmarks in reading order; annexes by their number alone. */
    private static List<String> bookmarks(PDDocument pdf) {
        var titles = new ArrayList<String>();
        collect(pdf.getDocumentCatalog().getDocumentOutline().children(), titles);
        return titles;
    }

    private static void collect(Iterable<PDOutlineItem> items, List<String> titles) {
        for (var item : items) {
            titles.add(item.getTitle().replaceAll("^(Anhang \\d):.*", "$1"));
            collect(item.children(), titles);
        }
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
