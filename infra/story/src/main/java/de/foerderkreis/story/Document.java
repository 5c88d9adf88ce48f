package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.APPLICATION;
import static de.foerderkreis.story.Whereabouts.items;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The conception, its annexes and the dossier they make (steps 11a and 18). */
final class Document {

    private static final Map<Integer, String> TEXTS =
            Map.of(
                    4,
                    "Menschen mit Zuwanderungsgeschichte sollen Angebote der Gesundheitsversorgung kennen und nutzen können. (Demo)",
                    5,
                    "Schülerinnen und Schüler ohne ausreichende Deutschkenntnisse werden beim Spracherwerb unterstützt. (Demo)");

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
            var text = TEXTS.get(number);
            if (!annex.path("status").asString().equals("MISSING") || number != 3 && text == null) {
                continue;
            }
            var change = new HashMap<String, Object>();
            change.put("version", annex.path("version").asLong());
            change.put("text", number == 3 ? "Handlungsfelder eines KI (Demo)" : text);
            change.put("documentSha256", number == 3 ? brochure() : null);
            actors.clerk().put(path + "/" + number, change).expect(200);
        }
    }

    private String brochure() {
        return actors.clerk()
                .upload(
                        caseFile() + "/documents",
                        "broschuere.txt",
                        "text/plain",
                        "Handlungsfelder (Demo, an Stelle der Broschüre der LaKI)\n"
                                .getBytes(StandardCharsets.UTF_8))
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
