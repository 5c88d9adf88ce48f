package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.STAKEHOLDER;
import static de.foerderkreis.story.Whereabouts.items;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the administration answers the towns, released by the head (step 18). */
final class Synopsis {

    private static final String ANSWER =
            "Die Mehrkosten sind im Kostenplan und in der Wirkung auf die Kreisumlage offengelegt.";

    private final Actors actors;
    private final Whereabouts where;

    Synopsis(Actors actors, Whereabouts where) {
        this.actors = actors;
        this.where = where;
    }

    void answerAndRelease() {
        var path = STAKEHOLDER + "/rounds/" + where.roundId() + "/synopsis";
        var present = actors.clerk().get(path).expect(200).json();
        if (present.path("releasedVersion").isNumber()) {
            return;
        }
        actors.clerk().put(path + "/answers", Map.of("answers", answers(present))).expect(200);
        var head = actors.as("head");
        var content = head.get(path).expect(200).text("contentSha256");
        head.post(path + "/release", Map.of("contentSha256", content)).expect(200, 201);
        head.post(path + "/publication", Map.of()).expect(200, 201, 204);
    }

    private static List<Map<String, Object>> answers(JsonNode synopsis) {
        return items(synopsis.path("entries")).stream()
                .filter(it -> !it.path("position").asString().equals("NO_REPLY"))
                .map(Synopsis::answer)
                .toList();
    }

    private static Map<String, Object> answer(JsonNode line) {
        var answer = new HashMap<String, Object>();
        answer.put("ags", line.path("ags").asString());
        answer.put("version", null);
        answer.put("answer", ANSWER);
        answer.put("proposedDecision", "Die Stellungnahme wird zur Kenntnis genommen.");
        return answer;
    }
}
