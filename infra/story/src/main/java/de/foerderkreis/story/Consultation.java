package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.STAKEHOLDER;

import de.foerderkreis.story.Chapter.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The district asks its nineteen towns, and they answer. */
final class Consultation {

    private static final String MARK = "Demo: erfundene Position.";

    private final Actors actors;
    private final Whereabouts where;

    Consultation(Actors actors, Whereabouts where) {
        this.actors = actors;
        this.where = where;
    }

    void open() {
        var clerk = actors.clerk();
        var id = where.caseId();
        if (where.findRound(id).isPresent()) {
            return;
        }
        var round =
                clerk.post(
                                STAKEHOLDER + "/rounds",
                                Map.of(
                                        "caseId",
                                        id,
                                        "title",
                                        "Entwurf der Konzeption: Stellungnahme der Städte und Gemeinden",
                                        "kind",
                                        "DRAFT_OPINION",
                                        "agreementMode",
                                        "OPINION",
                                        "silenceMeans",
                                        "NO_REPLY",
                                        "dueOn",
                                        Story.DUE.toString(),
                                        "reminderDaysBefore",
                                        List.of(7, 2)))
                        .expect(201)
                        .json();
        clerk.post(
                        STAKEHOLDER + "/rounds/" + round.path("id").asString() + "/opening",
                        Map.of(
                                "version",
                                round.path("version").asLong(),
                                "sentOn",
                                "2014-02-17",
                                "withoutConception",
                                false))
                .expect(200);
    }

    /**
     * The official drafts, the mayor submits. A town that has answered keeps its answer, and what a
     * visitor has begun to write in its town hall is left alone.
     */
    Told answer(Town town) {
        var path = STAKEHOLDER + "/rounds/" + where.roundId() + "/statement";
        var official = actors.official(town);
        var mayor = actors.mayor(town);
        var current = official.get(path);
        if (current.status() == 200 && !current.json().path("delivered").isEmpty()) {
            return Told.STOOD_ALREADY;
        }
        var begun = current.json().path("text").asString("");
        if (!begun.isBlank() && !begun.startsWith(MARK)) {
            return Told.STOOD_ALREADY;
        }
        var draft = new HashMap<String, Object>();
        draft.put("position", town.position());
        draft.put("reasons", town.reasons());
        draft.put("text", MARK + " " + sentence(town.position()));
        if (current.status() == 200
                && current.json().has("version")
                && !current.json().path("version").isNull()) {
            draft.put("version", current.json().path("version").asLong());
        }
        var saved = official.put(path, draft).expect(200, 201).json();
        var handedOver =
                official.post(
                                path + "/sign-off-request",
                                Map.of("version", saved.path("version").asLong()))
                        .expect(200)
                        .json();
        mayor.post(path + "/submission", Map.of("version", handedOver.path("version").asLong()))
                .expect(200, 201);
        return Told.PLAYED;
    }

    private static String sentence(String position) {
        return switch (position) {
            case "REJECT" ->
                    "Die Einrichtung wird wegen der Mehrkosten und der vor Ort bereits geleisteten Integrationsarbeit abgelehnt.";
            case "APPROVE" -> "Die Einrichtung wird begrüßt.";
            default -> "Die Stadt enthält sich einer Wertung.";
        };
    }
}
