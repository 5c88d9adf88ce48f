package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.APPLICATION;
import static de.foerderkreis.story.Whereabouts.items;

import java.util.Map;

/** What the bodies ordered (steps 4 and 6) is done, so that its tasks lie on no desk for ever. */
final class Errands {

    private final Actors actors;
    private final Whereabouts where;

    Errands(Actors actors, Whereabouts where) {
        this.actors = actors;
        this.where = where;
    }

    void talksAreHeld() {
        complete("FURTHER_TALKS", "Die Gespräche mit den Kommunen sind geführt.");
    }

    void conceptionIsWritten() {
        complete("CONCEPTION_MANDATE", "Die Konzeption ist in der Fassung 1 freigegeben.");
    }

    private void complete(String kind, String reason) {
        var tasks = APPLICATION + "/cases/" + where.caseId() + "/tasks";
        items(actors.clerk().get(tasks).expect(200).json()).stream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .filter(it -> it.path("status").asString().equals("OPEN"))
                .forEach(it ->
                        actors.clerk()
                                .post(
                                        tasks + "/" + it.path("id").asString() + "/completion",
                                        Map.of(
                                                "version",
                                                it.path("version").asLong(),
                                                "reason",
                                                reason))
                                .expect(200));
    }
}
