package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.APPLICATION;
import static de.foerderkreis.story.Whereabouts.FINANCE;
import static de.foerderkreis.story.Whereabouts.items;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the state said of a smaller centre, and the posts and rooms that follow (steps 8 and 9). */
final class Planning {

    private final Actors actors;
    private final Whereabouts where;

    Planning(Actors actors, Whereabouts where) {
        this.actors = actors;
        this.where = where;
    }

    /** F30: fewer posts are not funded. */
    void adviserRefuses() {
        var path = APPLICATION + "/cases/" + where.caseId() + "/rulings";
        if (items(actors.clerk().get(path).expect(200).json()).isEmpty()) {
            actors.clerk()
                    .post(
                            path,
                            Map.of(
                                    "authority",
                                    "LAKI",
                                    "question",
                                    "Ist auch ein mit weniger Personal ausgestattetes KI förderfähig?",
                                    "answer",
                                    "Nein.",
                                    "reason",
                                    "Größe und Bedeutung des Rhein-Sieg-Kreises",
                                    "outcome",
                                    "REFUSED",
                                    "ruledOn",
                                    "2014-02-05",
                                    "minimumPosts",
                                    "3.5",
                                    "minimumTeachers",
                                    2))
                    .expect(201);
        }
    }

    /** F26, F27, F31, F32: 3.5 posts and two teachers, eight workplaces in four rooms. */
    void planPosts() {
        var path = FINANCE + "/cases/" + where.caseId() + "/staffing-plan";
        var treasurer = actors.treasurer();
        Patience.until(
                "finance-service knows the case and the posts of its programme",
                () -> {
                    if (treasurer.get(path).status() == 200) {
                        return Optional.of(true);
                    }
                    var plan =
                            Map.of(
                                    "version",
                                    0,
                                    "posts",
                                    List.of(
                                            post("EDUCATION_SPECIALIST", 3, "2.0"),
                                            post("ADMIN_SPECIALIST", 2, "1.0"),
                                            post("ADMIN_ASSISTANT", 1, "0.5")),
                                    "teachers",
                                    2,
                                    "workplaces",
                                    8,
                                    "rooms",
                                    4,
                                    "premisesReason",
                                    "Unter Berücksichtigung von Teilzeitkräften je zwei Arbeitsplätze in vier Büros.");
                    return treasurer.put(path, plan).status() < 300
                            ? Optional.of(true)
                            : Optional.empty();
                });
    }

    private static Map<String, Object> post(String category, int heads, String fte) {
        return Map.of("category", category, "heads", heads, "fte", fte);
    }
}
