package de.foerderkreis.stakeholder;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platformtest.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages as a browser without scripts uses them. */
@StakeholderTest
class PagesTests {

    @Autowired Portal portal;
    @Autowired MovableClock clock;

    @BeforeEach
    void standOnTheDayOfTheLetter() {
        clock.at("2014-02-17T09:00:00Z");
    }

    @Test
    void theClerkPreparesAndSendsARound() {
        var story = Story.inFreshDistrict(portal);
        var form =
                with(
                        "caseId",
                        UUID.randomUUID(),
                        "title",
                        "Entwurf",
                        "kind",
                        "DRAFT_OPINION",
                        "agreementMode",
                        "OPINION",
                        "silenceMeans",
                        "NO_REPLY",
                        "dueOn",
                        "",
                        "reminderDays",
                        "7, 2");

        var refused = portal.submit(story.clerk(), "/beteiligung/neu", form);
        assertThat(refused).hasStatus(422);
        assertThat(portal.html(refused)).contains("#f-dueOn", "value=\"Entwurf\"");

        form.put("dueOn", "2014-03-04");
        var prepared = portal.submit(story.clerk(), "/beteiligung/neu", form);
        assertThat(prepared).hasStatus(302);
        var address = String.valueOf(prepared.getResponse().getRedirectedUrl());
        assertThat(portal.html(portal.page(story.clerk(), address)))
                .contains(
                        "19 Kommunen werden angeschrieben",
                        "25.02.2014",
                        "28.02.2014",
                        "Rosenmontag");
        assertThat(portal.submit(story.clerk(), address, with("version", 0))).hasStatus(422);
        var confirmed = with("version", 0, "withoutConception", "true");
        assertThat(portal.submit(story.clerk(), address, confirmed)).hasStatus(302);
        assertThat(portal.submit(story.clerk(), address, confirmed)).hasStatus(422);

        var round = address.replace("/versand", "");
        assertThat(portal.html(portal.page(story.clerk(), round)))
                .contains("19 Kommunen haben noch nicht geantwortet", "Windeck");
        assertThat(portal.html(portal.page(story.clerk(), round + "?lang=en")))
                .contains("19 municipalities have not answered yet");
        assertThat(portal.html(portal.page(story.mayor("076"), round)))
                .contains("Stellungnahme schreiben")
                .doesNotContain("Troisdorf");
        assertThat(portal.html(portal.page(story.mayor("076"), "/beteiligung")))
                .contains("Entwurf");
    }

    @Test
    void theOfficialDraftsAndTheMayorHandsIn() {
        var story = Story.inFreshDistrict(portal);
        var editor = "/beteiligung/" + story.openRound() + "/stellungnahme";
        var draft =
                with(
                        "version",
                        "",
                        "position",
                        "REJECT",
                        "reasons",
                        List.of("EXTRA_COST", "STAFF"),
                        "text",
                        "Zu teuer.\r\nViel.",
                        "act",
                        "sign");

        assertThat(portal.submit(story.official("060"), editor, draft)).hasStatus(302);
        var seen = portal.html(portal.page(story.mayor("060"), editor));
        assertThat(seen)
                .contains("Zu teuer.", "wartet auf Unterschrift", "name=\"version\" value=\"1\"");
        draft.put("version", "1");
        draft.put("act", "preview");
        assertThat(portal.submit(story.mayor("060"), editor, draft))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo(editor + "/vorschau");
        assertThat(portal.html(portal.page(story.mayor("060"), editor + "/vorschau")))
                .contains("Verbindlich abgeben", "Zu teuer.");
        assertThat(portal.html(portal.page(story.official("060"), editor + "/vorschau")))
                .doesNotContain("Verbindlich abgeben");

        var handedIn = portal.submit(story.mayor("060"), editor + "/abgabe", with("version", 1));
        assertThat(handedIn).hasStatus(302);
        var receipt = String.valueOf(handedIn.getResponse().getRedirectedUrl());
        assertThat(portal.html(portal.page(story.mayor("060"), receipt)))
                .contains("Rechtzeitig eingegangen", story.district() + "-2014-");
        assertThat(portal.page(story.mayor("068"), receipt)).hasStatus(404);
        assertThat(portal.html(portal.page(story.clerk(), editor.replace("/stellungnahme", ""))))
                .contains("ablehnend", "1 von 19");
        assertThat(portal.submit(story.mayor("060"), editor + "/abgabe", with("version", 1)))
                .hasStatus(409);
    }

    @Test
    void twoColleaguesAtOnceLoseNoWord() {
        var story = Story.inFreshDistrict(portal);
        var editor = "/beteiligung/" + story.openRound() + "/stellungnahme";
        portal.submit(
                story.official("060"),
                editor,
                with("version", "", "position", "REJECT", "text", "Fassung A", "act", "save"));
        portal.submit(
                story.mayor("060"),
                editor,
                with("version", "0", "position", "REJECT", "text", "Fassung B", "act", "save"));

        var late =
                portal.submit(
                        story.official("060"),
                        editor,
                        with(
                                "version",
                                "0",
                                "position",
                                "REJECT",
                                "text",
                                "Fassung C",
                                "act",
                                "save"));

        assertThat(late).hasStatus(409);
        assertThat(portal.html(late))
                .contains("Fassung B", "Fassung C", "name=\"version\" value=\"1\"");
    }

    @Test
    void theClerkRecordsALetterAndRemindsTheRest() {
        var story = Story.inFreshDistrict(portal);
        var round = "/beteiligung/" + story.openRound();
        var letter =
                with(
                        "ags",
                        story.ags("036"),
                        "channel",
                        "LETTER",
                        "receivedAt",
                        "2014-02-17",
                        "time",
                        "09:30",
                        "position",
                        "REJECT",
                        "text",
                        "Wir lehnen ab.");

        assertThat(portal.html(portal.page(story.clerk(), round + "/eingang"))).contains("Much");
        assertThat(portal.submit(story.clerk(), round + "/eingang", letter)).hasStatus(302);
        letter.put("time", "23:30");
        assertThat(portal.submit(story.clerk(), round + "/eingang", letter)).hasStatus(422);
        assertThat(
                        portal.submit(
                                story.clerk(),
                                round + "/erinnerung",
                                with("ags", List.of(story.ags("076")))))
                .hasStatus(302);
        assertThat(portal.html(portal.page(story.clerk(), round + "?zeige=eingegangen")))
                .contains("Much")
                .doesNotContain("Windeck");
        assertThat(portal.html(portal.page(story.clerk(), round + "/verlaengerung")))
                .contains("04.03.2014");
        assertThat(
                        portal.submit(
                                story.clerk(),
                                round + "/verlaengerung",
                                with("version", 1, "dueOn", "2014-03-11", "reason", "Rat")))
                .hasStatus(302);
        assertThat(portal.submit(story.official("068"), round + "/empfang", with())).hasStatus(302);
        assertThat(
                        portal.submit(
                                story.official("068"),
                                round + "/fristbitte",
                                with("until", "2014-04-01", "reason", "Rat")))
                .hasStatus(302);
        assertThat(portal.html(portal.page(story.clerk(), round))).contains("bittet um mehr Zeit");
        assertThat(portal.html(portal.page(story.official("068"), round + "/fristbitte")))
                .contains("11.03.2014");
    }

    @Test
    void masterDataIsKeptOnPages() {
        var story = Story.inFreshDistrict(portal);
        var clerk = story.clerk();

        assertThat(portal.html(portal.page(clerk, "/kommunen")))
                .contains("Neunkirchen-Seelscheid", "72.700");
        assertThat(portal.html(portal.page(clerk, "/kommunen/" + story.ags("068"))))
                .contains("Troisdorf");
        assertThat(portal.page(clerk, "/kommunen/05315000")).hasStatus(404);
        var wrong = "ags;name\n1;2\n".getBytes(StandardCharsets.UTF_8);
        var refused = portal.uploadPage(clerk, "/kommunen/einlesen", "import", wrong);
        assertThat(refused).hasStatus(422);
        assertThat(portal.html(refused)).contains("Die Spalte inhabitants fehlt.");
        assertThat(
                        portal.uploadPage(
                                clerk,
                                "/kommunen/einlesen",
                                "trial",
                                Portal.municipalities(story.district())))
                .hasStatus(200);
        assertThat(
                        portal.uploadPage(
                                clerk,
                                "/kommunen/einlesen",
                                "import",
                                Portal.municipalities(story.district())))
                .hasStatus(302);

        assertThat(portal.html(portal.page(clerk, "/partner"))).contains("Noch keine Partner");
        var partner =
                with(
                        "slug",
                        "caritas",
                        "name",
                        "Caritasverband",
                        "category",
                        "WELFARE_ASSOCIATION",
                        "salutation",
                        "NEUTRAL",
                        "contactName",
                        "A. Muster",
                        "email",
                        "falsch",
                        "language",
                        "de",
                        "subscriptions",
                        List.of("ResolutionAdopted"));
        assertThat(portal.submit(clerk, "/partner/neu", partner)).hasStatus(422);
        partner.put("email", "info@caritas.example");
        assertThat(portal.submit(clerk, "/partner/neu", partner)).hasStatus(302);
        assertThat(portal.submit(clerk, "/partner/neu", partner)).hasStatus(422);
        var alias = story.district() + "-caritas";
        assertThat(portal.html(portal.page(clerk, "/partner/" + alias)))
                .contains("Caritasverband")
                .containsPattern("value=\"ResolutionAdopted\"\\s+checked");
        partner.put("version", "0");
        partner.put("active", "true");
        assertThat(portal.submit(clerk, "/partner/" + alias, partner)).hasStatus(302);
        assertThat(portal.submit(clerk, "/partner/" + alias, with("version", "0"))).hasStatus(422);

        var mayor =
                with(
                        "organisation",
                        story.ags("008"),
                        "function",
                        "MAYOR",
                        "salutation",
                        "FRAU",
                        "name",
                        "Berta Beispiel",
                        "email",
                        "mayor@bad-honnef.example",
                        "validFrom",
                        "2009-10-21",
                        "language",
                        "de",
                        "hasAccount",
                        "true");
        assertThat(portal.submit(clerk, "/personen/neu", mayor)).hasStatus(302);
        var taken = portal.submit(clerk, "/personen/neu", mayor);
        assertThat(taken).hasStatus(422);
        assertThat(portal.html(taken)).contains("Berta Beispiel");
        assertThat(portal.html(portal.page(clerk, "/personen")))
                .contains("Berta Beispiel", "Bad Honnef");
        assertThat(portal.page(Tokens.treasurer(story.district()), "/personen")).hasStatus(403);
        assertThat(portal.html(portal.page(clerk, "/beteiligung")))
                .contains("Noch keine Beteiligung");
        assertThat(portal.html(portal.page(clerk, "/personen/neu"))).contains("Niederkassel");
        assertThat(
                        portal.html(
                                portal.page(
                                        clerk, "/beteiligung/neu?vorhaben=" + UUID.randomUUID())))
                .contains("dieses Vorhaben");
    }
}
