package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.STAKEHOLDER;
import static de.foerderkreis.story.Whereabouts.items;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the working group and the conferences say, by word of mouth (steps 7, 13, 14 and 21a). */
final class Bodies {

    private static final List<String> REASONS = List.of("EXTRA_COST", "ALREADY_SUFFICIENT");

    private final Actors actors;
    private final Whereabouts where;

    Bodies(Actors actors, Whereabouts where) {
        this.actors = actors;
        this.where = where;
    }

    void workingGroupMeets() {
        var body =
                body(
                        "AK-KI",
                        "Arbeitskreis KI",
                        "WORKING_GROUP",
                        "Amt für Zentrale Steuerungsunterstützung");
        if (items(body.path("members")).isEmpty()) {
            clerk().post(
                            path(body) + "/members/municipalities",
                            Map.of("function", "Vertretung der Kommune", "validFrom", "2014-01-01"))
                    .expect(200, 201);
        }
        if (items(body.path("mandates")).isEmpty()) {
            mandate(body, 1, "Mitwirkung an der Konzeption zur Antragstellung", null);
            mandate(
                    body,
                    2,
                    "Begleitung von Antrag, Einrichtung und Fortschreibung des Integrationskonzepts",
                    "KREISTAG");
        }
        speaks(body, "2014-01-23", null);
    }

    void socialHeadsMeet() {
        speaks(
                body("SDK", "Konferenz der Sozialdezernenten", "CONFERENCE", null),
                "2014-02-19",
                "19.02.");
    }

    void mayorsMeet() {
        var meeting =
                speaks(
                        body(
                                "HVB",
                                "Dienstbesprechung der Hauptverwaltungsbeamten",
                                "OFFICIAL_MEETING",
                                null),
                        "2014-02-21",
                        null);
        var followUps = STAKEHOLDER + "/follow-ups?caseId=" + where.caseId();
        if (items(clerk().get(followUps).expect(200).json()).isEmpty()) {
            var request =
                    clerk().post(
                                    STAKEHOLDER + "/meetings/" + meeting + "/requests",
                                    Map.of(
                                            "caseId",
                                            where.caseId(),
                                            "title",
                                            "Landesweite Koordinierungsstelle und eine Kommune mit KI-Erfahrung anhören"))
                            .expect(201)
                            .text("followUpId");
            clerk().post(
                            STAKEHOLDER + "/follow-ups/" + request + "/postponement",
                            Map.of(
                                    "version",
                                    0,
                                    "dueOn",
                                    "2014-05-12",
                                    "reason",
                                    "Wegen anderer Termine kurzfristig nicht möglich"))
                    .expect(200);
        }
    }

    void deploymentManagementIsFounded() {
        var body =
                body(
                        "EM",
                        "Gemeinsames örtliches Einsatzmanagement",
                        "DEPLOYMENT_MANAGEMENT",
                        null);
        if (items(body.path("members")).isEmpty()) {
            seat(body, "05382", null, "Leitung der federführenden Stelle");
            seat(body, "05-schulaufsicht", "Untere Schulaufsicht", "Schulaufsicht");
        }
        var meeting = meeting(body, "2014-04-15", null);
        if (body.path("foundedOn").isNull() || body.path("foundedOn").isMissingNode()) {
            var version = clerk().get(path(body)).expect(200).json().path("version").asLong();
            clerk().post(
                            STAKEHOLDER + "/meetings/" + meeting + "/founding",
                            Map.of("caseId", where.caseId(), "bodyVersion", version))
                    .expect(200);
        }
    }

    /** The position is said in the meeting; it is no statement and never counts as one. */
    private String speaks(JsonNode body, String day, @Nullable String sourceDate) {
        var meeting = meeting(body, day, sourceDate);
        var known = clerk().get(STAKEHOLDER + "/meetings/" + meeting).expect(200).json();
        if (items(known.path("positions")).isEmpty()) {
            clerk().put(
                            STAKEHOLDER + "/meetings/" + meeting + "/position",
                            Map.of(
                                    "caseId",
                                    where.caseId(),
                                    "position",
                                    "MOSTLY_REJECT",
                                    "reasons",
                                    REASONS))
                    .expect(200);
        }
        return meeting;
    }

    private String meeting(JsonNode body, String day, @Nullable String sourceDate) {
        var id = body.path("id").asString();
        var known =
                items(clerk().get(STAKEHOLDER + "/meetings").expect(200).json()).stream()
                        .filter(it -> it.path("heldOn").asString().equals(day))
                        .filter(it -> it.path("bodyId").asString().equals(id))
                        .map(it -> it.path("id").asString())
                        .findFirst();
        return known.orElseGet(() -> {
            var plan = new HashMap<String, Object>();
            plan.put("heldOn", day);
            plan.put("sourceDate", sourceDate);
            var meeting =
                    clerk().post(STAKEHOLDER + "/meetings", Map.of("bodyId", id, "plan", plan))
                            .expect(201)
                            .text("id");
            clerk().upload(
                            STAKEHOLDER + "/meetings/" + meeting + "/minutes",
                            "niederschrift-" + day + ".txt",
                            "text/plain",
                            ("Niederschrift (Demo) vom " + day + "\n")
                                    .getBytes(StandardCharsets.UTF_8))
                    .expect(200, 201);
            return meeting;
        });
    }

    private JsonNode body(String code, String name, String kind, @Nullable String leadUnit) {
        return known(code)
                .orElseGet(() -> {
                    var body = new HashMap<String, Object>();
                    body.put("code", code);
                    body.put("name", name);
                    body.put("kind", kind);
                    body.put("leadUnit", leadUnit);
                    clerk().post(STAKEHOLDER + "/bodies", body).expect(201);
                    return known(code).orElseThrow();
                });
    }

    private Optional<JsonNode> known(String code) {
        return items(clerk().get(STAKEHOLDER + "/bodies").expect(200).json()).stream()
                .filter(it -> it.path("code").asString().equals(code))
                .map(it -> clerk().get(path(it)).expect(200).json())
                .findFirst();
    }

    private void seat(JsonNode body, String organisation, @Nullable String name, String function) {
        var seat = new HashMap<String, Object>();
        seat.put("organisation", organisation);
        seat.put("organisationName", name);
        seat.put("function", function);
        seat.put("validFrom", "2014-04-01");
        clerk().post(path(body) + "/members", seat).expect(200, 201);
    }

    private void mandate(JsonNode body, int phase, String text, @Nullable String awaits) {
        var mandate = new HashMap<String, Object>();
        mandate.put("caseId", where.caseId());
        mandate.put("phase", phase);
        mandate.put("text", text);
        mandate.put("grantedOn", "2014-01-23");
        mandate.put("awaits", awaits);
        clerk().post(path(body) + "/mandates", mandate).expect(200, 201);
    }

    private PortalClient clerk() {
        return actors.clerk();
    }

    private static String path(JsonNode body) {
        return STAKEHOLDER + "/bodies/" + body.path("id").asString();
    }
}
