package de.foerderkreis.stakeholder.statement;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Autosave and what happens when two colleagues write at once. */
@StakeholderTest
class EditorTests {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @Autowired Portal portal;
    @Autowired MovableClock clock;

    @BeforeEach
    void standInTheMiddleOfTheRound() {
        clock.at("2014-02-25T13:32:00Z");
    }

    @Test
    void savesWhileItsAuthorWrites() {
        var story = Story.inFreshDistrict(portal);
        var editor = "/beteiligung/" + story.openRound() + "/stellungnahme";
        var typed = typed(story.official("060"), editor);
        typed.put("text", "Erster Satz");

        var saved = portal.autosave(story.official("060"), editor + "/zwischenstand", typed);

        assertThat(saved).hasStatus(200);
        var answer = portal.body(saved);
        assertThat(answer.get("saved").asString())
                .contains("14:32", "sichtbar nur in Ihrem Rathaus");
        answer.get("fields")
                .properties()
                .forEach(it -> typed.put(it.getKey(), it.getValue().asString()));
        typed.put("text", "Erster Satz. Zweiter.");
        assertThat(portal.autosave(story.official("060"), editor + "/zwischenstand", typed))
                .hasStatus(200);
        assertThat(portal.html(portal.page(story.mayor("060"), editor)))
                .contains("Erster Satz. Zweiter.", "data-autosave=");
        typed.put("text", "Veralteter Stand");
        assertThat(portal.autosave(story.official("060"), editor + "/zwischenstand", typed))
                .hasStatus(409);
        typed.put("text", "x".repeat(20_001));
        assertThat(portal.autosave(story.official("060"), editor + "/zwischenstand", typed))
                .hasStatus(422);
    }

    @Test
    void differentFieldsComeTogetherWithoutAQuestion() {
        var story = Story.inFreshDistrict(portal);
        var editor = "/beteiligung/" + story.openRound() + "/stellungnahme";
        portal.submit(story.official("060"), editor, with("position", "NEUTRAL", "text", "Anfang"));
        var mine = typed(story.official("060"), editor);
        mine.putAll(Map.of("position", "NEUTRAL", "text", "Anfang und Ende"));
        var theirs = typed(story.mayor("060"), editor);
        theirs.putAll(Map.of("position", "REJECT", "text", "Anfang"));

        assertThat(portal.submit(story.mayor("060"), editor, theirs)).hasStatus(302);
        assertThat(portal.submit(story.official("060"), editor, mine)).hasStatus(302);

        var html = portal.html(portal.page(story.mayor("060"), editor));
        assertThat(html).contains("Anfang und Ende");
        assertThat(html).containsPattern("value=\"REJECT\"\\s+checked");
    }

    @Test
    void theSameFieldIsChosenByItsAuthorAndNoWordIsLost() {
        var story = Story.inFreshDistrict(portal);
        var editor = "/beteiligung/" + story.openRound() + "/stellungnahme";
        portal.submit(story.official("060"), editor, with("position", "NEUTRAL", "text", "Anfang"));
        var mine = typed(story.official("060"), editor);
        mine.putAll(
                Map.of(
                        "position",
                        "NEUTRAL",
                        "text",
                        "Meine Fassung",
                        "comment",
                        "Bitte prüfen",
                        "act",
                        "comment"));
        var theirs = typed(story.mayor("060"), editor);
        theirs.putAll(Map.of("position", "NEUTRAL", "text", "Ihre Fassung"));
        portal.submit(story.mayor("060"), editor, theirs);

        var dialogue = portal.submit(story.official("060"), editor, mine);

        assertThat(dialogue).hasStatus(409);
        var html = portal.html(dialogue);
        assertThat(html)
                .contains("Meine Fassung", "Ihre Fassung", "take-text", "Bitte prüfen")
                .doesNotContain("take-position");
        var chosen = hidden(html);
        chosen.putAll(
                Map.of(
                        "position",
                        "NEUTRAL",
                        "text",
                        "Meine Fassung",
                        "take-text",
                        "theirs",
                        "comment",
                        "Bitte prüfen",
                        "act",
                        "comment"));
        assertThat(portal.submit(story.official("060"), editor, chosen)).hasStatus(302);
        assertThat(portal.html(portal.page(story.official("060"), editor)))
                .contains("Ihre Fassung", "Bitte prüfen")
                .doesNotContain("Meine Fassung");
    }

    @Test
    void aWrongFieldKeepsWhatTheAuthorHadSeen() {
        var story = Story.inFreshDistrict(portal);
        var editor = "/beteiligung/" + story.openRound() + "/stellungnahme";
        portal.submit(story.official("060"), editor, with("position", "NEUTRAL", "text", "Anfang"));
        var mine = typed(story.official("060"), editor);
        mine.putAll(Map.of("position", "NEUTRAL", "text", "x".repeat(20_001)));
        var theirs = typed(story.mayor("060"), editor);
        theirs.putAll(Map.of("position", "NEUTRAL", "text", "Ihre Fassung"));
        portal.submit(story.mayor("060"), editor, theirs);

        var refused = portal.submit(story.official("060"), editor, mine);
        assertThat(refused).hasStatus(422);
        var again = hidden(portal.html(refused));
        again.putAll(Map.of("position", "NEUTRAL", "text", "Kürzer"));

        assertThat(portal.submit(story.official("060"), editor, again)).hasStatus(409);
    }

    private Map<String, Object> typed(String token, String editor) {
        return hidden(portal.html(portal.page(token, editor)));
    }

    private static Map<String, Object> hidden(String html) {
        var fields = new HashMap<String, Object>();
        HIDDEN.matcher(html).results().forEach(it -> fields.put(it.group(1), it.group(2)));
        assertThat(fields.keySet()).containsAll(List.of("version", "base-text"));
        return fields;
    }
}
