package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.APPLICATION;
import static de.foerderkreis.story.Whereabouts.items;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The conception, its annexes and the dossier they make (steps 11a and 18). */
final class Document {

    /** The annexes the clerk writes; 3 is a foreign original, the others come from the data. */
    private static final Set<Integer> WRITTEN = Set.of(4, 5);

    private static final int BROCHURE = 3;

    private final Actors actors;
    private final Whereabouts where;

    Document(Actors actors, Whereabouts where) {
        this.actors = actors;
        this.where = where;
    }

    /** Version 1: the Landrat releases what the clerk's unit has written. */
    void releaseFirst() {
        release(1);
    }

    /** The towns' answers are in: annexes, the second version, the dossier. */
    void makeDossier() {
        annexes();
        if (versions() == 1) {
            actors.clerk().post(conception() + "/revision", Map.of()).expect(200, 201);
        }
        release(2);
        var path = caseFile() + "/dossiers";
        if (items(actors.clerk().get(path).expect(200).json()).isEmpty()) {
            actors.clerk().post(path, Map.of()).expect(202);
        }
        Patience.until(
                "the dossier is made",
                () ->
                        items(actors.clerk().get(path).expect(200).json()).stream()
                                .filter(it -> it.path("status").asString().equals("READY"))
                                .findFirst());
    }

    private void release(int number) {
        if (versions() >= number) {
            return;
        }
        var landrat = actors.as("landrat");
        var draft = landrat.get(conception()).expect(200).json();
        landrat.post(conception() + "/release", Map.of("version", draft.path("version").asLong()))
                .expect(200, 201);
    }

    private int versions() {
        return items(actors.clerk().get(conception() + "/versions").expect(200).json()).size();
    }

    private void annexes() {
        var path = caseFile() + "/annexes";
        for (var annex : items(actors.clerk().get(path).expect(200).json())) {
            int number = annex.path("no").asInt();
            if (!annex.path("status").asString().equals("MISSING")
                    || number != BROCHURE && !WRITTEN.contains(number)) {
                continue;
            }
            var change = new HashMap<String, Object>();
            change.put("version", annex.path("version").asLong());
            if (number == BROCHURE) {
                change.put("text", "Handlungsfelder eines KI (Demo)");
                change.put("documentSha256", brochure());
            } else {
                change.put("text", Town.resource("annex-%d.txt".formatted(number)).strip());
                change.put("documentSha256", null);
            }
            actors.clerk().put(path + "/" + number, change).expect(200);
        }
    }

    private String brochure() {
        return actors.clerk()
                .upload(
                        caseFile() + "/documents",
                        "handlungsfelder-demo.pdf",
                        "application/pdf",
                        Town.bytes("annex-3.pdf"))
                .expect(200, 201)
                .text("sha256");
    }

    private String conception() {
        return caseFile() + "/conception";
    }

    private String caseFile() {
        return APPLICATION + "/cases/" + where.caseId();
    }
}
