package de.foerderkreis.stakeholder.body;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.portal.check.RenderedPage;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The pages of bodies, meetings, follow-ups and partners as a browser without scripts uses them.
 */
@StakeholderTest
class BodyPagesTests {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    @Autowired Portal portal;
    @Autowired MovableClock clock;

    private final UUID caseId = UUID.randomUUID();

    @BeforeEach
    void standOnTheDayOfTheMeeting() {
        clock.at("2014-02-21T15:00:00Z");
    }

    @Test
    void emptyPagesSayWhatTheyAreForAndOfferTheFirstStep() {
        var clerk = Tokens.clerk(Portal.freshDistrict());
        Map.of(
                        "/gremien", "/gremien/neu",
                        "/sitzungen", "/sitzungen/neu",
                        "/gremien/anliegen", "/gremien/anliegen/neu",
                        "/partner/zusammenarbeit", "/partner/zusammenarbeit/neu")
                .forEach((page, first) ->
                        assertThat(look(clerk, page)).contains("fk-empty", "href=\"" + first));
        var partner = Tokens.of("05999-p", "partner");
        for (var page : List.of("/gremien", "/sitzungen", "/partner/zusammenarbeit")) {
            assertThat(look(partner, page)).contains("fk-empty").doesNotContain("/neu");
        }
        for (var form :
                List.of(
                        "/gremien/neu",
                        "/sitzungen/neu",
                        "/gremien/anliegen/neu",
                        "/partner/zusammenarbeit/neu")) {
            assertThat(portal.submit(clerk, form, with("code", "x"))).hasStatus(422);
            look(clerk, form);
        }
    }

    @Test
    void theClerkKeepsABodyItsMeetingAndWhatWasSaid() {
        var story = Story.inFreshDistrict(portal);
        var clerk = story.clerk();
        var refused =
                portal.submit(
                        clerk,
                        "/gremien/neu",
                        with("code", "hvb", "name", "Dienstbesprechung", "kind", "CONFERENCE"));
        assertThat(refused).hasStatus(422);
        assertThat(portal.html(refused)).contains("#f-code", "value=\"Dienstbesprechung\"");
        var body =
                target(
                        portal.submit(
                                clerk,
                                "/gremien/neu",
                                with(
                                        "code",
                                        "HVB",
                                        "name",
                                        "Dienstbesprechung",
                                        "kind",
                                        "OFFICIAL_MEETING",
                                        "leadUnit",
                                        "Landrat")));
        target(
                portal.submit(
                        clerk,
                        body + "/sitze",
                        with(
                                "organisation",
                                "*",
                                "function",
                                "Bürgermeisteramt",
                                "validFrom",
                                "2014-01-01")));
        target(
                portal.submit(
                        clerk,
                        body + "/mandat",
                        with(
                                "caseId",
                                caseId,
                                "phase",
                                "2",
                                "text",
                                "Antrag begleiten",
                                "grantedOn",
                                "2014-01-23",
                                "awaits",
                                "KREISTAG")));
        assertThat(look(clerk, body))
                .contains("19 Sitze", "Windeck", "geplant", "Beschluss des Kreistages")
                .contains("berät, entscheidet nicht");
        look(clerk, body + "/bearbeiten");
        look(clerk, body + "/sitze");
        look(clerk, body + "/mandat");
        assertThat(look(story.mayor("076"), "/gremien")).contains("Dienstbesprechung");

        var meeting =
                target(
                        portal.submit(
                                clerk,
                                "/sitzungen/neu",
                                with(
                                        "bodyId",
                                        body.substring("/gremien/".length()),
                                        "heldOn",
                                        "2014-02-21",
                                        "sourceDate",
                                        "21.02.",
                                        "place",
                                        "Kreishaus",
                                        "agenda",
                                        "1. Bericht\n2. KI")));
        assertThat(portal.file(clerk, meeting + "/unterlagen", "p.pdf", new byte[0], Map.of()))
                .hasStatus(422);
        target(
                portal.file(
                        clerk, meeting + "/unterlagen", "p.pdf", PDF, Map.of("paper", "minutes")));
        target(
                portal.submit(
                        clerk,
                        meeting + "/haltung",
                        with(
                                "caseId",
                                caseId,
                                "position",
                                "MOSTLY_REJECT",
                                "reasons",
                                List.of("EXTRA_COST", "ALREADY_SUFFICIENT"),
                                "note",
                                "TOP 2")));
        var wish =
                target(
                        portal.submit(
                                clerk,
                                meeting + "/anliegen",
                                with("caseId", caseId, "title", "LaKI anhören")));
        assertThat(look(story.mayor("076"), meeting))
                .contains(
                        "überwiegend ablehnend",
                        "Mehrkosten",
                        "Jahr ergänzt",
                        "keine Stellungnahme")
                .doesNotContain("Haltung erfassen");
        assertThat(portal.page(story.mayor("076"), meeting + "/niederschrift")).hasStatusOk();
        for (var act :
                List.of("", "/unterlagen", "/haltung", "/anliegen", "/gruendung", "/bearbeiten")) {
            look(clerk, meeting + act);
        }
        look(clerk, meeting + "/haltung?vorhaben=" + caseId);
        assertThat(look(clerk, "/sitzungen")).contains("liegt vor", "21.02.2014");

        var decide =
                with("version", "0", "status", "POSTPONED", "dueOn", "", "reason", "kurzfristig");
        var undated = portal.submit(clerk, wish, decide);
        assertThat(undated).hasStatus(422);
        assertThat(portal.html(undated)).contains("#f-dueOn", "kurzfristig");
        decide.put("dueOn", "2014-05-12");
        target(portal.submit(clerk, wish, decide));
        assertThat(look(clerk, "/gremien/anliegen"))
                .contains("LaKI anhören (HVB, 21.02.2014)", "verschoben", "12.05.2014");
        assertThat(look(clerk, wish)).contains("Was geschieht damit?");
    }

    /** The page in both languages, as it must be. */
    private String look(String token, String address) {
        var german = portal.html(portal.page(token, address));
        RenderedPage.of(german).verify();
        var english =
                portal.html(
                        portal.page(
                                token, address + (address.contains("?") ? "&" : "?") + "lang=en"));
        RenderedPage.of(english).verify();
        return german;
    }

    private static String target(MvcTestResult result) {
        assertThat(result).hasStatus(302);
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }
}
