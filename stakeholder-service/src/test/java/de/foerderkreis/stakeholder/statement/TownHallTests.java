package de.foerderkreis.stakeholder.statement;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import de.foerderkreis.stakeholder.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Comments, files and the signature: what stays in the town hall and what goes out with it. */
@StakeholderTest
class TownHallTests {

    private static final byte[] LETTER = "Unterschriebener Brief".getBytes(StandardCharsets.UTF_8);

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transactions;

    @BeforeEach
    void standInTheMiddleOfTheRound() {
        clock.at("2014-02-17T09:00:00Z");
    }

    @Test
    void theDistrictNeverSeesACommentOrADraftsFile() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var desk = "/rounds/" + round + "/statement";
        portal.ok(portal.put(story.official("068"), desk, with("text", "Geheimer Entwurf")));
        portal.ok(
                portal.post(
                        story.official("068"),
                        desk + "/comments",
                        with("comment", "Interne Notiz")));
        var file =
                portal.ok(
                        portal.file(
                                story.official("068"),
                                desk + "/files",
                                "geheim.txt",
                                LETTER,
                                false));
        var sha256 = file.get("sha256").asString();
        var district = story.district();

        for (var reader :
                List.of(
                        story.clerk(),
                        Tokens.head(district),
                        Tokens.landrat(district),
                        Tokens.auditor(district))) {
            assertThat(portal.get(reader, desk + "/comments")).hasStatus(403);
            assertThat(portal.get(reader, desk + "/files")).hasStatus(403);
            assertThat(portal.get(reader, "/documents/" + sha256)).hasStatus(404);
            for (var page : List.of("", "/synopse", "/synopse.csv", "/anhang-6", "/auswertung")) {
                assertThat(portal.html(portal.page(reader, "/beteiligung/" + round + page)))
                        .doesNotContain("Interne Notiz", "geheim.txt", "Geheimer Entwurf", sha256);
            }
        }
        for (var table : List.of("draft_comment", "draft_file")) {
            assertThat(count(district, district, table)).isZero();
            assertThat(count(district, null, table)).isZero();
            assertThat(count(district, story.ags("060"), table)).isZero();
            assertThat(count(district, story.ags("068"), table)).isOne();
        }
        assertThat(auditOf(district))
                .noneMatch(it ->
                        it.contains("Interne Notiz")
                                || it.contains("geheim.txt")
                                || it.contains(sha256)
                                || it.contains("comment")
                                || it.contains("draft"));
        assertThat(portal.get(story.mayor("060"), desk + "/comments"))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .isEmpty();
        assertThat(
                        portal.page(
                                story.mayor("060"),
                                "/beteiligung/%s/stellungnahme/dateien/%s"
                                        .formatted(round, file.get("id").asString())))
                .hasStatus(404);
    }

    @Test
    void filesGoOutWithTheStatementAndCommentsDoNot() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var desk = "/rounds/" + round + "/statement";
        portal.ok(portal.post(story.mayor("068"), desk + "/comments", with("comment", "Intern")));
        var sha256 =
                portal.ok(
                                portal.file(
                                        story.mayor("068"),
                                        desk + "/files",
                                        "Beschluss.txt",
                                        LETTER,
                                        false))
                        .get("sha256")
                        .asString();

        var statement = story.answer(round, "068", "APPROVE").get("statementId").asString();

        var original = portal.get(story.clerk(), "/documents/" + sha256);
        assertThat(original).hasStatus(200);
        assertThat(original.getResponse().getContentAsByteArray()).isEqualTo(LETTER);
        assertThat(original.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment");
        assertThat(portal.get(Tokens.clerk("05999"), "/documents/" + sha256)).hasStatus(404);
        assertThat(portal.get(story.mayor("060"), "/documents/" + sha256)).hasStatus(403);
        var seen =
                portal.ok(
                        portal.get(story.clerk(), "/rounds/" + round + "/statements/" + statement));
        assertThat(seen.get("files").get(0).get("name").asString()).isEqualTo("Beschluss.txt");
        assertThat(seen.toString()).doesNotContain("Intern");
        assertThat(portal.ok(portal.get(story.mayor("068"), desk + "/files"))).isEmpty();
        assertThat(portal.ok(portal.get(story.mayor("068"), desk + "/comments"))).hasSize(1);
        var page =
                "/beteiligung/%s/stellungnahmen/%s/dateien/%s"
                        .formatted(round, statement, seen.get("files").get(0).get("id").asString());
        assertThat(portal.page(story.mayor("068"), page)).hasStatus(200);
        assertThat(portal.page(story.clerk(), page)).hasStatus(200);
        assertThat(portal.page(story.mayor("060"), page)).hasStatus(404);
    }

    @Test
    void aFileOfTheWrongKindOrOneTooManyIsRefused() {
        var story = Story.inFreshDistrict(portal);
        var files = "/rounds/" + story.openRound() + "/statement/files";
        assertThat(portal.file(story.mayor("068"), files, "x.exe", LETTER, false)).hasStatus(422);
        assertThat(portal.file(story.mayor("068"), files, "x.pdf", LETTER, false)).hasStatus(422);
        var first = portal.ok(portal.file(story.mayor("068"), files, "0.txt", LETTER, false));
        for (var i = 1; i < 10; i++) {
            portal.ok(portal.file(story.mayor("068"), files, i + ".txt", LETTER, false));
        }

        assertThat(portal.file(story.mayor("068"), files, "11.txt", LETTER, false))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("file");
        var id = first.get("id").asString();
        assertThat(portal.delete(story.mayor("060"), files + "/" + id)).hasStatus(404);
        assertThat(portal.delete(story.official("068"), files + "/" + id)).hasStatus(204);
        assertThat(portal.ok(portal.get(story.mayor("068"), files))).hasSize(9);
    }

    @Test
    void aTownThatSignsByLetterHandsInWithItAndOneThatSignsOnPaperDoesNot() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();
        var desk = "/rounds/" + round + "/statement";
        choose(story, "068", null, "LETTER_UPLOAD");
        choose(story, "060", null, "PAPER");
        portal.ok(portal.put(story.mayor("068"), desk, with("position", "REJECT")));
        portal.ok(portal.put(story.mayor("060"), desk, with("position", "REJECT")));
        var submission = desk + "/submission";

        assertThat(portal.post(story.mayor("060"), submission, with("version", 0)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:foerderkreis:problem:signed-on-paper");
        assertThat(portal.post(story.mayor("068"), submission, with("version", 0)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("signedLetter");
        portal.ok(portal.file(story.mayor("068"), desk + "/files", "Brief.txt", LETTER, true));
        var receipt =
                portal.ok(
                        portal.post(
                                story.mayor("068"),
                                submission,
                                with("version", 0, "signedAs", "DEPUTY")));
        var statement =
                portal.ok(
                        portal.get(
                                story.clerk(),
                                "/rounds/"
                                        + round
                                        + "/statements/"
                                        + receipt.get("statementId").asString()));
        assertThat(statement.get("signing").asString()).isEqualTo("LETTER_UPLOAD");
        assertThat(statement.get("signedAs").asString()).isEqualTo("DEPUTY");
        assertThat(portal.put(story.mayor("068"), "/signing", with("signing", "LOGIN")))
                .hasStatus(409);
        choose(story, "068", 0, "LOGIN");
        assertThat(
                        portal.put(
                                story.official("068"),
                                "/signing",
                                with("version", 1, "signing", "PAPER")))
                .hasStatus(403);
    }

    @Test
    void theClerkFilesTheScanOfAPaperAndOfNothingElse() {
        var story = Story.inFreshDistrict(portal);
        var statements = "/rounds/" + story.openRound() + "/statements";
        var letter =
                with(
                        "ags", story.ags("036"),
                        "position", "REJECT",
                        "text", "Wir lehnen ab.",
                        "channel", "LETTER",
                        "signedAs", "BY_ORDER",
                        "receivedAt", "2014-02-17T08:00:00Z");
        var paper =
                portal.ok(portal.post(story.clerk(), statements, letter))
                        .get("statementId")
                        .asString();
        var round = statements.replace("/rounds/", "").replace("/statements", "");
        var inPortal = story.answer(round, "068", "REJECT").get("statementId").asString();

        portal.ok(
                portal.file(
                        story.clerk(),
                        statements + "/" + paper + "/files",
                        "Scan.txt",
                        LETTER,
                        false));

        assertThat(
                        portal.file(
                                story.clerk(),
                                statements + "/" + inPortal + "/files",
                                "Scan.txt",
                                LETTER,
                                false))
                .hasStatus(409);
        var page = "/beteiligung/%s/stellungnahmen/%s".formatted(round, paper);
        assertThat(portal.html(portal.page(story.clerk(), page)))
                .contains("Scan.txt", "im Auftrag (i. A.)");
    }

    @Test
    void theTownHallKeepsItsNotesFilesAndSignatureOnPages() {
        var story = Story.inFreshDistrict(portal);
        var editor = "/beteiligung/" + story.openRound() + "/stellungnahme";
        var noted =
                with("position", "REJECT", "text", "Text", "comment", "Zahlen?", "act", "comment");

        assertThat(portal.submit(story.official("068"), editor, noted))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("#notizen");
        var html = portal.html(portal.page(story.official("068"), editor));
        assertThat(html).contains("Zahlen?", "/entfernen");
        assertThat(portal.html(portal.page(story.mayor("068"), editor)))
                .contains("Zahlen?")
                .doesNotContain("Notiz zurücknehmen");
        var remove = html.replaceAll("(?s).*action=\"([^\"]*/notizen/[^\"]*)\".*", "$1");
        assertThat(portal.submit(story.mayor("068"), remove, with())).hasStatus(404);
        assertThat(portal.submit(story.official("068"), remove, with())).hasStatus(302);
        assertThat(portal.uploadPage(story.mayor("068"), editor + "/dateien", "", new byte[0]))
                .hasStatus(422);
        assertThat(portal.uploadPage(story.mayor("068"), editor + "/dateien", "", LETTER))
                .hasStatus(302);
        var files = portal.html(portal.page(story.mayor("068"), editor + "/dateien"));
        assertThat(files).contains("municipalities.csv");
        assertThat(portal.html(portal.page(story.mayor("068"), editor + "/vorschau")))
                .contains("municipalities.csv", "Verbindlich abgeben");
        assertThat(
                        portal.submit(
                                story.mayor("068"),
                                "/beteiligung/unterschrift",
                                with("version", "", "signing", "LETTER_UPLOAD")))
                .hasStatus(302);
        assertThat(portal.html(portal.page(story.official("068"), "/beteiligung/unterschrift")))
                .contains("unterschriebener Brief als Datei")
                .doesNotContain("Festlegen");
        var refused = portal.submit(story.mayor("068"), editor + "/abgabe", with("version", 0));
        assertThat(refused).hasStatus(409);
        assertThat(portal.html(refused)).contains("#f-signedLetter", "in Vertretung (i. V.)");
        var drop = files.replaceAll("(?s).*action=\"([^\"]*/entfernen)\".*", "$1");
        assertThat(portal.submit(story.mayor("068"), drop, with())).hasStatus(302);
    }

    private void choose(Story story, String town, Integer version, String signing) {
        var choice = with("signing", signing);
        choice.put("version", version);
        portal.ok(portal.put(story.mayor(town), "/signing", choice));
    }

    private long count(String district, String organisation, String table) {
        return Tenancy.call(
                district,
                organisation,
                () ->
                        Objects.requireNonNull(
                                transactions.execute(status ->
                                        db.sql("select count(*) from " + table)
                                                .query(Long.class)
                                                .single())));
    }

    private List<String> auditOf(String district) {
        return Tenancy.call(
                district,
                district,
                () ->
                        Objects.requireNonNull(
                                transactions.execute(status ->
                                        db.sql("select audit_entry::text from audit_entry")
                                                .query(String.class)
                                                .list())));
    }
}
