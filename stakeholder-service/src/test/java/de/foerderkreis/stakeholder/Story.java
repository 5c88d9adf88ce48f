package de.foerderkreis.stakeholder;

import static de.foerderkreis.stakeholder.Portal.with;

import de.foerderkreis.platformtest.Tokens;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A district with its nineteen municipalities at work, in steps of the story. */
public record Story(Portal portal, String district) {

    /** A fresh district after the import of its municipalities. */
    public static Story inFreshDistrict(Portal portal) {
        var story = new Story(portal, Portal.freshDistrict());
        portal.ok(
                portal.upload(
                        story.clerk(),
                        "/municipalities/import",
                        Portal.municipalities(story.district())));
        return story;
    }

    public String clerk() {
        return Tokens.clerk(district);
    }

    /**
     * @param number last three digits of the municipality's key
     */
    public String ags(String number) {
        return district + number;
    }

    public String mayor(String number) {
        return Tokens.mayor(ags(number));
    }

    public String official(String number) {
        return Tokens.official(ags(number));
    }

    /** A round due on 04.03.2014 that was opened now. */
    public String openRound() {
        var round = prepareRound();
        portal.ok(
                portal.post(
                        clerk(),
                        "/rounds/" + id(round) + "/opening",
                        with("version", 0, "sentOn", "2014-02-17")));
        return id(round);
    }

    public JsonNode prepareRound() {
        return portal.ok(
                portal.post(
                        clerk(),
                        "/rounds",
                        with(
                                "caseId", UUID.randomUUID(),
                                "title", "Entwurf der Konzeption",
                                "kind", "DRAFT_OPINION",
                                "dueOn", "2014-03-04",
                                "reminderDaysBefore", List.of(7, 2))));
    }

    /** The official drafts, the mayor submits. */
    public JsonNode answer(String round, String number, String position) {
        var draft =
                portal.ok(
                        portal.put(
                                official(number),
                                "/rounds/" + round + "/statement",
                                with(
                                        "position",
                                        position,
                                        "reasons",
                                        List.of("EXTRA_COST"),
                                        "text",
                                        "Stellungnahme")));
        return portal.ok(
                portal.post(
                        mayor(number),
                        "/rounds/" + round + "/statement/submission",
                        with("version", draft.get("version").asLong())));
    }

    private static String id(JsonNode round) {
        return round.get("id").asString();
    }
}
