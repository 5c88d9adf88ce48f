package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.APPLICATION;
import static de.foerderkreis.story.Whereabouts.items;
import static de.foerderkreis.story.Whereabouts.version;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The application for approval in principle, from draft to submission. */
final class StageOne {

    private static final List<String> SETTLED = List.of("FULFILLED", "PROMISED", "WAIVED");
    private static final Map<String, String> COMMITMENTS =
            Map.of(
                    "R5",
                    "Der Kreis wirkt am Förderprogrammcontrolling des Landes mit.",
                    "R6",
                    "Der Kreis beteiligt sich am Erfahrungsaustausch im Verbund der KI.",
                    "R9",
                    "Der Kreis legt die Verwendungsnachweise vor.");

    private final Actors actors;
    private final Whereabouts where;

    StageOne(Actors actors, Whereabouts where) {
        this.actors = actors;
        this.where = where;
    }

    void submit() {
        var path = APPLICATION + "/cases/" + where.caseId();
        var clerk = actors.clerk();
        var applications = items(clerk.get(path + "/applications").expect(200).json());
        if (applications.stream()
                .anyMatch(it ->
                        it.path("stage").asInt() == 1
                                && !List.of("DRAFT", "WITHDRAWN", "REJECTED")
                                        .contains(it.path("status").asString()))) {
            return;
        }
        prepareRequirements();
        waiveAnnexes();
        var draft = clerk.post(path + "/applications", Map.of("stage", 1)).expect(201).json();
        var application = path + "/applications/" + draft.path("id").asString();
        clerk.post(application + "/review", Map.of("version", version(clerk, application)))
                .expect(200);
        var head = actors.as("head");
        head.post(application + "/approval", Map.of("version", version(head, application)))
                .expect(200);
        var landrat = actors.as("landrat");
        landrat.post(application + "/submission", Map.of("version", version(landrat, application)))
                .expect(200);
    }

    /**
     * Says of every requirement that evidence does not settle how it stands: R1 promised (F41), R5,
     * R6 and R9 by commitment, what a partner has not answered promised for later.
     */
    private void prepareRequirements() {
        var clerk = actors.clerk();
        var path = APPLICATION + "/cases/" + where.caseId() + "/requirements";
        for (JsonNode requirement : items(clerk.get(path).expect(200).json())) {
            var code = requirement.path("code").asString();
            if (SETTLED.contains(requirement.path("status").asString())) {
                continue;
            }
            var commitment = COMMITMENTS.get(code);
            if (commitment != null) {
                clerk.post(
                                path + "/" + code + "/evidence",
                                Map.of("kind", "COMMITMENT", "description", commitment))
                        .expect(201);
            } else {
                clerk.put(path + "/" + code, promise(requirement, code)).expect(200);
            }
        }
    }

    private static Map<String, Object> promise(JsonNode requirement, String code) {
        boolean concept = code.equals("R1");
        return Map.of(
                "version",
                requirement.path("version").asLong(),
                "status",
                "PROMISED",
                "dueOn",
                concept ? "2015-12-31" : "2014-12-31",
                "reason",
                concept
                        ? "Fortschreibung nach Einrichtung des KI (Anmerkung zu Nr. 1)"
                        : "Wird nach Einrichtung des KI belegt (Demo)");
    }

    /** Waives each annex that nobody has supplied, with a reason. */
    private void waiveAnnexes() {
        var clerk = actors.clerk();
        var path = APPLICATION + "/cases/" + where.caseId() + "/annexes";
        for (JsonNode annex : items(clerk.get(path).expect(200).json())) {
            if (annex.path("status").asString().equals("MISSING")) {
                clerk.put(
                                path + "/" + annex.path("no").asInt(),
                                Map.of(
                                        "version",
                                        annex.path("version").asLong(),
                                        "waivedReason",
                                        "Demo: Anhang lag der Vorlage nicht bei"))
                        .expect(200);
            }
        }
    }
}
