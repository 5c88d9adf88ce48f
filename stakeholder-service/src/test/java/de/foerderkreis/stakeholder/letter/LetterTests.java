package de.foerderkreis.stakeholder.letter;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Step 12: nineteen letters, one of them to a female mayor. */
@StakeholderTest
class LetterTests {

    @Autowired Portal portal;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @BeforeEach
    void standOnTheDayOfTheLetter() {
        clock.at("2014-02-17T09:00:00Z");
    }

    @Test
    void eachTownIsAddressedAsItsMayorIs() {
        var story = Story.inFreshDistrict(portal);
        appoint(story, "008", "FRAU");
        appoint(story, "060", "HERR");
        appoint(story, "068", "NEUTRAL");

        var letters = portal.ok(portal.get(story.clerk(), path(story.openRound(), "/letters")));

        assertThat(letters).hasSize(19);
        assertThat(bodies(letters))
                .filteredOn(it -> it.startsWith("Sehr geehrte Frau Bürgermeisterin,"))
                .hasSize(1);
        var honnef = letter(letters, story.ags("008"));
        assertThat(honnef.get("address").asString())
                .isEqualTo("An die Bürgermeisterin\nder Stadt Bad Honnef");
        assertThat(honnef.get("body").asString()).contains("04.03.2014", "Entwurf der Konzeption");
        assertThat(letter(letters, story.ags("060")).get("body").asString())
                .startsWith("Sehr geehrter Herr Bürgermeister,");
        assertThat(letter(letters, story.ags("068")).get("body").asString())
                .startsWith("Guten Tag,");
        assertThat(letter(letters, story.ags("036")).get("body").asString())
                .startsWith("Sehr geehrte Damen und Herren,");
        assertThat(letters.toString()).doesNotContain("Alex Muster");
    }

    @Test
    void theTextIsTheClerksUntilTheRoundIsOpenedAndNobodysAfterwards() {
        var story = Story.inFreshDistrict(portal);
        var round = story.prepareRound().get("id").asString();
        var text = path(round, "/letter-text");

        assertThat(portal.ok(portal.get(story.clerk(), text)).get("version").isNull()).isTrue();
        assertThat(portal.put(story.clerk(), text, with("text", "[Anrede] [Frisst]")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("text");
        portal.ok(
                portal.put(story.clerk(), text, with("text", "[Anrede] Frist [Frist], [Kommune]")));
        assertThat(portal.put(story.clerk(), text, with("text", "anders"))).hasStatus(409);
        var open = with("version", 0, "sentOn", "2014-02-17");
        portal.ok(portal.post(story.clerk(), path(round, "/opening"), open));
        var sent = portal.ok(portal.get(story.clerk(), path(round, "/letters")));
        appoint(story, "076", "FRAU");

        assertThat(letter(sent, story.ags("076")).get("body").asString())
                .isEqualTo("Sehr geehrte Damen und Herren, Frist 04.03.2014, Windeck");
        assertThat(portal.ok(portal.get(story.clerk(), path(round, "/letters")))).isEqualTo(sent);
        assertThat(portal.put(story.clerk(), text, with("version", 0, "text", "zu spät")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:foerderkreis:problem:letters-sent");
    }

    @Test
    void aTownReadsItsOwnLetterAlone() {
        var story = Story.inFreshDistrict(portal);
        var round = story.openRound();

        var own = portal.ok(portal.get(story.mayor("076"), path(round, "/letters")));

        assertThat(own).hasSize(1);
        assertThat(own.get(0).get("ags").asString()).isEqualTo(story.ags("076"));
        assertThat(portal.get(Tokens.mayor("05999076"), path(round, "/letters"))).hasStatus(404);
        assertThat(portal.html(portal.page(story.mayor("076"), pages(round))))
                .contains("Windeck")
                .doesNotContain("Troisdorf");
    }

    @Test
    void allLettersStandOnOnePageToPrint() {
        var story = Story.inFreshDistrict(portal);
        appoint(story, "008", "FRAU");
        var prepared = story.prepareRound().get("id").asString();

        var edited =
                portal.submit(
                        story.clerk(),
                        pages(prepared) + "/text",
                        with("version", "", "text", "[Anrede]\r\nText [Frissst]"));
        assertThat(edited).hasStatus(422);
        assertThat(portal.html(edited)).contains("Text [Frissst]", "[Konzeption]");
        assertThat(
                        portal.submit(
                                story.clerk(),
                                pages(prepared) + "/text",
                                with("version", "", "text", "[Anrede]\r\nEigener Text")))
                .hasStatus(302);
        var html = portal.html(portal.page(story.clerk(), pages(prepared)));
        assertThat(html).contains("Sehr geehrte Frau Bürgermeisterin,", "Eigener Text");
        assertThat(html.split("class=\"fk-card fk-letter\"")).hasSize(20);
        var round = story.openRound();
        assertThat(portal.html(portal.page(story.clerk(), pages(round) + "/" + story.ags("008"))))
                .contains("An die Bürgermeisterin", "der Stadt Bad Honnef")
                .doesNotContain("Troisdorf");
        assertThat(portal.page(story.clerk(), pages(round) + "/05999001")).hasStatus(404);
    }

    @Test
    void aLetterEndsWithWhoSignedItAndKeepsTheOfficeAlone() {
        var story = Story.inFreshDistrict(portal);
        district(story, "CLERK", "Alex Muster", "2009-10-21");
        district(story, "HEAD", "Kim Leitner", "2009-10-21");
        var prepared = story.prepareRound().get("id").asString();
        assertThat(portal.html(portal.page(story.clerk(), pages(prepared))))
                .as("as it would go out today")
                .contains("Kim Leitner", "Amtsleitung");

        var round = story.openRound();
        var letters = portal.ok(portal.get(story.clerk(), path(round, "/letters")));
        assertThat(letters)
                .allSatisfy(it ->
                        assertThat(it.get("signature").asString())
                                .isEqualTo("Kim Leitner\nAmtsleitung"));
        assertThat(portal.html(portal.page(story.mayor("076"), pages(round))))
                .contains("Kim Leitner", "Amtsleitung");
        assertThat(
                        Tenancy.<Boolean>call(
                                story.district(),
                                null,
                                () ->
                                        transactions.execute(status ->
                                                jdbc.sql(
                                                                "select bool_or(body || address like '%Leitner%') from letter")
                                                        .query(Boolean.class)
                                                        .single())))
                .as("no name is kept with the letter")
                .isFalse();
    }

    @Test
    void withoutAHeadTheClerkSignsAndWithNobodyNoLineIsInvented() {
        var story = Story.inFreshDistrict(portal);
        district(story, "HEAD", "Kim Leitner", "2014-03-01");
        var unsigned = portal.ok(portal.get(story.clerk(), path(story.openRound(), "/letters")));
        assertThat(unsigned.get(0).get("signature").isNull()).isTrue();
        district(story, "CLERK", "Alex Muster", "2009-10-21");
        var signed = portal.ok(portal.get(story.clerk(), path(story.openRound(), "/letters")));
        assertThat(signed.get(0).get("signature").asString())
                .isEqualTo("Alex Muster\nSachbearbeitung");
    }

    private void district(Story story, String office, String name, String from) {
        portal.ok(
                portal.post(
                        Tokens.admin(story.district()),
                        "/office-holders",
                        with(
                                "organisation",
                                story.district(),
                                "function",
                                office,
                                "salutation",
                                "NEUTRAL",
                                "name",
                                name,
                                "email",
                                office.toLowerCase(Locale.ROOT) + "@kreis.example",
                                "validFrom",
                                from)));
    }

    private void appoint(Story story, String town, String salutation) {
        portal.ok(
                portal.post(
                        Tokens.admin(story.district()),
                        "/office-holders",
                        with(
                                "organisation", story.ags(town),
                                "function", "MAYOR",
                                "salutation", salutation,
                                "name", "Alex Muster",
                                "email", "mayor@town.example",
                                "validFrom", "2009-10-21")));
    }

    private static String path(String round, String rest) {
        return "/rounds/" + round + rest;
    }

    private static String pages(String round) {
        return "/beteiligung/" + round + "/anschreiben";
    }

    private static JsonNode letter(JsonNode letters, String ags) {
        for (var letter : letters) {
            if (letter.get("ags").asString().equals(ags)) {
                return letter;
            }
        }
        throw new AssertionError("No letter to " + ags);
    }

    private static List<String> bodies(JsonNode letters) {
        var bodies = new ArrayList<String>();
        letters.forEach(it -> bodies.add(it.get("body").asString()));
        return bodies;
    }
}
