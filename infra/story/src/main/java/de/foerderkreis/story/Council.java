package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.APPLICATION;
import static de.foerderkreis.story.Whereabouts.items;
import static de.foerderkreis.story.Whereabouts.texts;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The case and what the bodies of the district say of it. */
final class Council {

    private final Actors actors;
    private final Whereabouts where;

    Council(Actors actors, Whereabouts where) {
        this.actors = actors;
        this.where = where;
    }

    void opensCase() {
        if (where.findCase().isEmpty()) {
            actors.clerk()
                    .post(
                            APPLICATION + "/cases",
                            Map.of(
                                    "title",
                                    Story.CASE_TITLE,
                                    "programmeCode",
                                    "KI-2012",
                                    "fileReference",
                                    Story.FILE_REFERENCE,
                                    "openedOn",
                                    "2012-10-02"))
                    .expect(201);
        }
    }

    void committeeAgrees() {
        resolve(
                "KREISAUSSCHUSS",
                "2013-12-09",
                "ADOPTED_UNANIMOUS",
                "Auftrag, eine Konzeption zur Antragstellung zu erstellen");
    }

    void resolvesToApply() {
        resolve(
                "KREISTAG",
                "2014-03-20",
                "ADOPTED_MAJORITY",
                "Einrichtung eines Kommunalen Integrationszentrums und Antragstellung");
    }

    private void resolve(String body, String day, String outcome, String subject) {
        var path = APPLICATION + "/cases/" + where.caseId();
        var known =
                texts(
                        items(actors.clerk().get(path + "/resolutions").expect(200).json()),
                        "decidedOn");
        if (!known.contains(day)) {
            var minutes = "Niederschrift (Demo) %s %s: %s\n".formatted(body, day, subject);
            var document =
                    actors.clerk()
                            .upload(
                                    path + "/documents",
                                    "niederschrift-" + day + ".txt",
                                    "text/plain",
                                    minutes.getBytes(StandardCharsets.UTF_8))
                            .expect(200, 201)
                            .text("sha256");
            actors.clerk()
                    .post(
                            path + "/resolutions",
                            Map.of(
                                    "body",
                                    body,
                                    "decidedOn",
                                    day,
                                    "outcome",
                                    outcome,
                                    "subject",
                                    subject,
                                    "documentSha256",
                                    document))
                    .expect(201);
        }
    }
}
