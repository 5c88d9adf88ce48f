package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.APPLICATION;
import static de.foerderkreis.story.Whereabouts.items;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The case and what the bodies of the district say of it (steps 1 to 6, 19 and 20). */
final class Council {

    private static final String COMMITTEE = "KREISAUSSCHUSS";
    private static final List<String> GROUPS =
            List.of("CDU-Kreistagsfraktion", "Kreistagsfraktion Bündnis 90/Die Grünen");

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
        firstMotion();
    }

    void committeeTakesNote() {
        meets(
                "2012-10-22",
                new Item("Antrag zum Kommunalen Integrationszentrum", "HEARING", "NOTED")
                        .on(firstMotion()));
    }

    void committeeHearsTheFirstReport() {
        meets(
                "2012-11-19",
                new Item("Bericht der Verwaltung", "HEARING", "NOTED")
                        .with(
                                paper(
                                        "B-2012-1",
                                        "REPORT",
                                        "Kommunales Integrationszentrum",
                                        "2012-11-12")));
    }

    void committeeDefers() {
        meets(
                "2013-03-11",
                new Item("Zweiter Bericht der Verwaltung", "RECOMMENDATION", "DEFERRED")
                        .with(
                                paper(
                                        "B-2013-1",
                                        "REPORT",
                                        "Meinungsbild der Kommunen",
                                        "2013-03-04"))
                        .noting(
                                "Kein einheitliches Meinungsbild der Kommunen; zunächst werden weitere Gespräche geführt."));
    }

    void groupsMoveAgain() {
        motion(
                "2013-12-05",
                "Konzeption zur Antragstellung",
                "Der Landrat beauftragt die Verwaltung, eine Konzeption zur Antragstellung zu erstellen.");
    }

    void committeeAgrees() {
        meets(
                "2013-12-09",
                new Item("Auftrag zur Konzeption", "DECISION", "ADOPTED_UNANIMOUS")
                        .on(motion("2013-12-05", "", null))
                        .resolving("OTHER"));
    }

    void committeeRecommends() {
        var paper = resolutionPaper();
        supplement();
        meets(
                "2014-03-10",
                "2014-02-28",
                new Item("Konzeption und Antragstellung", "RECOMMENDATION", "ADOPTED_MAJORITY")
                        .with(paper)
                        .resolving("OTHER"));
    }

    void resolvesToApply() {
        var path = council();
        var meeting = meeting(path, "KREISTAG", "2014-03-20", null);
        decide(
                path,
                "KREISTAG",
                "2014-03-20",
                meeting,
                new Item(
                                "Einrichtung eines Kommunalen Integrationszentrums und Antragstellung",
                                "DECISION",
                                "ADOPTED_MAJORITY")
                        .with(resolutionPaper())
                        .resolving("APPLICATION"));
    }

    private void meets(String day, Item item) {
        meets(day, null, item);
    }

    private void meets(String day, @Nullable String invitedOn, Item item) {
        var path = council();
        decide(path, COMMITTEE, day, meeting(path, COMMITTEE, day, invitedOn), item);
    }

    private void decide(String path, String body, String day, JsonNode meeting, Item item) {
        var items = path + "/meetings/" + meeting.path("id").asString() + "/items";
        var listed =
                items(meeting.path("items")).stream()
                        .findFirst()
                        .orElseGet(
                                () -> actors.clerk().post(items, item.listed()).expect(201).json());
        if (!listed.path("outcome").isNull()) {
            return;
        }
        var outcome = new HashMap<String, Object>();
        outcome.put("version", listed.path("version").asLong());
        outcome.put("outcome", item.outcome());
        outcome.put("note", item.note());
        if (item.outcome().startsWith("ADOPTED")) {
            outcome.put("resolves", item.resolves());
            outcome.put("documentSha256", extract(body, day, item.title()));
        }
        actors.clerk()
                .post(items + "/" + listed.path("id").asString() + "/outcome", outcome)
                .expect(200);
    }

    private JsonNode meeting(String path, String body, String day, @Nullable String invitedOn) {
        return found(path, "meetings", "heldOn", day)
                .orElseGet(() -> {
                    var meeting = new HashMap<String, Object>();
                    meeting.put("body", body);
                    meeting.put("heldOn", day);
                    meeting.put("invitedOn", invitedOn);
                    return actors.clerk().post(path + "/meetings", meeting).expect(201).json();
                });
    }

    private String motion(String day, String subject, @Nullable String mandate) {
        var path = council();
        return found(path, "motions", "datedOn", day)
                .orElseGet(() -> {
                    var motion = new HashMap<String, Object>();
                    motion.put("datedOn", day);
                    motion.put("proposers", GROUPS);
                    motion.put("subject", subject);
                    motion.put("mandate", mandate);
                    return actors.clerk().post(path + "/motions", motion).expect(201).json();
                })
                .path("id")
                .asString();
    }

    private String paper(String number, String type, String title, String day) {
        return paper(
                Map.of(
                        "number",
                        number,
                        "type",
                        type,
                        "title",
                        title,
                        "datedOn",
                        day,
                        "supplementary",
                        false,
                        "sentOn",
                        day));
    }

    private String firstMotion() {
        return motion("2012-10-02", "Einrichtung eines Kommunalen Integrationszentrums", null);
    }

    /** The committee recommends, the council decides. */
    private String resolutionPaper() {
        return paper(
                Map.of(
                        "number",
                        "V-2014-1",
                        "type",
                        "RESOLUTION_PAPER",
                        "title",
                        "Konzeption und Antragstellung",
                        "datedOn",
                        "2014-02-28",
                        "supplementary",
                        false,
                        "sentOn",
                        "2014-02-28",
                        "consultations",
                        List.of(
                                step(COMMITTEE, "RECOMMENDATION", "2014-03-10"),
                                step("KREISTAG", "DECISION", "2014-03-20"))));
    }

    private static Map<String, Object> step(String body, String competence, String day) {
        return Map.of("body", body, "competence", competence, "plannedOn", day);
    }

    private String paper(Map<String, Object> paper) {
        var path = council();
        return found(path, "papers", "number", String.valueOf(paper.get("number")))
                .orElseGet(() -> actors.clerk().post(path + "/papers", paper).expect(201).json())
                .path("id")
                .asString();
    }

    /** Annex 6 was announced with the invitation and sent later (step 19). */
    private void supplement() {
        paper(
                Map.of(
                        "number",
                        "V-2014-1-A6",
                        "type",
                        "ANNEX",
                        "title",
                        "Anhang 6: Rückäußerungen der Kommunen",
                        "datedOn",
                        "2014-03-07",
                        "supplementary",
                        true,
                        "announcedOn",
                        "2014-02-28",
                        "sentOn",
                        "2014-03-07"));
    }

    private Optional<JsonNode> found(String path, String list, String field, String value) {
        return items(actors.clerk().get(path).expect(200).json().path(list)).stream()
                .filter(it -> it.path(field).asString().equals(value))
                .findFirst();
    }

    private String extract(String body, String day, String subject) {
        var minutes = "Niederschrift (Demo) %s %s: %s\n".formatted(body, day, subject);
        return actors.clerk()
                .upload(
                        APPLICATION + "/cases/" + where.caseId() + "/documents",
                        "niederschrift-" + day + ".txt",
                        "text/plain",
                        minutes.getBytes(StandardCharsets.UTF_8))
                .expect(200, 201)
                .text("sha256");
    }

    private String council() {
        return APPLICATION + "/cases/" + where.caseId() + "/council";
    }

    /** What stands on an agenda, and what becomes of it. */
    private record Item(
            String title,
            String competence,
            String outcome,
            List<String> papers,
            @Nullable String motion,
            @Nullable String note,
            @Nullable String resolves) {

        Item(String title, String competence, String outcome) {
            this(title, competence, outcome, List.of(), null, null, null);
        }

        Item with(String paper) {
            return new Item(title, competence, outcome, List.of(paper), motion, note, resolves);
        }

        Item on(String itsMotion) {
            return new Item(title, competence, outcome, papers, itsMotion, note, resolves);
        }

        Item noting(String text) {
            return new Item(title, competence, outcome, papers, motion, text, resolves);
        }

        Item resolving(String what) {
            return new Item(title, competence, outcome, papers, motion, note, what);
        }

        Map<String, Object> listed() {
            var item = new HashMap<String, Object>();
            item.put("number", "1");
            item.put("title", title);
            item.put("competence", competence);
            item.put("motionId", motion);
            item.put("paperIds", papers);
            return item;
        }
    }
}
