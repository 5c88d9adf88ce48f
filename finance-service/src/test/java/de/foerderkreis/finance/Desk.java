package de.foerderkreis.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.application.InformalRulingRecorded;
import de.foerderkreis.contracts.application.ProgrammeState;
import de.foerderkreis.contracts.application.ProgrammeState.PostCategory;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.platformtest.Tokens;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people at their desks and the other services do, in a word each. */
@Component
public class Desk {

    public static final String DISTRICT = "05382";
    public static final String TREASURER = Tokens.treasurer(DISTRICT);
    public static final String CLERK = Tokens.clerk(DISTRICT);
    public static final String TROISDORF = "05382068";

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Annex 1 of the demo case (domain § 3.8). */
    public static final String DEMO_PLAN =
            """
            {"version": %d, "items": [
              {"label": "Pädagogische Fachkräfte", "category": "PERSONNEL", "eligible": true, "quantity": "2.0", "unitAmount": "65000.00", "postCategory": "EDUCATION_SPECIALIST"},
              {"label": "Verwaltungsfachkraft", "category": "PERSONNEL", "eligible": true, "quantity": "1.0", "unitAmount": "58000.00", "postCategory": "ADMIN_SPECIALIST"},
              {"label": "Verwaltungshilfskraft", "category": "PERSONNEL", "eligible": true, "quantity": "0.5", "unitAmount": "44000.00", "postCategory": "ADMIN_ASSISTANT"},
              {"label": "8 Arbeitsplätze", "category": "MATERIAL", "quantity": "8", "unitAmount": "4500.00"},
              {"label": "Verwaltungsgemeinkosten", "category": "MATERIAL", "quantity": "1", "unitAmount": "18000.00"},
              {"label": "Lehr- und Lernmittel", "category": "MATERIAL", "quantity": "1", "unitAmount": "10000.00"},
              {"label": "Projektmittel", "category": "MATERIAL", "quantity": "1", "unitAmount": "40000.00"},
              {"label": "Reisekosten", "category": "MATERIAL", "quantity": "1", "unitAmount": "6000.00"},
              {"label": "Landesförderung", "category": "GRANT", "quantity": "1", "unitAmount": "170000.00"},
              {"label": "Auflösung der Integrationsstelle", "category": "SAVING", "quantity": "1", "unitAmount": "70000.00"}
            ]}
            """;

    /** Posts and premises of the demo case (story step 9). */
    public static final String DEMO_STAFF =
            """
            {"version": %d, "posts": [
              {"category": "EDUCATION_SPECIALIST", "heads": 3, "fte": "2.00"},
              {"category": "ADMIN_SPECIALIST", "heads": 2, "fte": "1.00"},
              {"category": "ADMIN_ASSISTANT", "heads": 1, "fte": "0.50"}],
             "teachers": 2, "workplaces": 8, "rooms": 4, "premisesReason": "Teilzeitkräfte brauchen je einen Platz"}
            """;

    private final MockMvcTester mvc;
    private final Wire wire;
    private final JsonMapper json;

    Desk(MockMvcTester mvc, Wire wire, JsonMapper json) {
        this.mvc = mvc;
        this.wire = wire;
        this.json = json;
    }

    // -- HTTP ------------------------------------------------------------------------------------

    public MvcTestResult get(String token, String uri, Object... variables) {
        return mvc.get()
                .uri(uri, variables)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de")
                .exchange();
    }

    public MvcTestResult page(String token, String uri, Object... variables) {
        return mvc.get()
                .uri(uri, variables)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de")
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    public MvcTestResult put(String token, String body, String uri, Object... variables) {
        return mvc.put()
                .uri(uri, variables)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult post(String token, String body, String uri, Object... variables) {
        return mvc.post()
                .uri(uri, variables)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    /** A form as a browser sends it: name, value, name, value … */
    public MvcTestResult submit(String token, String uri, String... fields) {
        var request =
                mvc.post()
                        .uri(uri)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "de")
                        .accept(MediaType.TEXT_HTML)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int index = 0; index < fields.length; index += 2) {
            request = request.param(fields[index], fields[index + 1]);
        }
        return request.exchange();
    }

    public MvcTestResult upload(
            String token, byte[] file, int year, String status, boolean dryRun) {
        return mvc.post()
                .uri("/api/finance/v1/levy-bases/import")
                .multipart()
                .file(new MockMultipartFile("file", "municipalities.csv", "text/csv", file))
                .param("year", String.valueOf(year))
                .param("status", status)
                .param("dryRun", String.valueOf(dryRun))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de")
                .exchange();
    }

    public MvcTestResult uploadPlan(
            String token, UUID caseId, byte[] file, String name, long version, boolean dryRun) {
        return mvc.post()
                .uri("/api/finance/v1/cases/{id}/cost-plan/import", caseId)
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", file))
                .param("version", String.valueOf(version))
                .param("dryRun", String.valueOf(dryRun))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de")
                .exchange();
    }

    /** The body of an answer that must have this status. */
    public JsonNode body(MvcTestResult result, int status) {
        String text = text(result);
        assertThat(result.getResponse().getStatus()).as(text).isEqualTo(status);
        return json.readTree(text);
    }

    public static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // -- what the other services say -------------------------------------------------------------

    /** The 19 municipalities are known here. */
    public void municipalitiesArrive() {
        if (known() == 19) {
            return;
        }
        for (var line : DemoFigures.municipalities()) {
            tell(
                    MunicipalityState.TOPIC,
                    line.getField("ags"),
                    new MunicipalityState(
                            line.getField("ags"),
                            line.getField("name"),
                            line.getField("type").toUpperCase(Locale.ROOT),
                            Integer.parseInt(line.getField("inhabitants")),
                            Boolean.parseBoolean(line.getField("own_youth_office")),
                            1));
        }
        await().atMost(SOON).until(() -> known() == 19);
    }

    private long known() {
        var report =
                body(upload(TREASURER, DemoFigures.municipalitiesFile(), 2014, "FINAL", true), 200);
        return report.get("rows").asLong() - report.get("errors").size();
    }

    /** A case of the programme KI-2012 is known here. */
    public UUID caseArrives() {
        var id = UUID.randomUUID();
        tell(
                ProgrammeState.TOPIC,
                "KI-2012",
                new ProgrammeState(
                        "KI-2012",
                        "Kommunale Integrationszentren",
                        LocalDate.of(2012, 2, 14),
                        LocalDate.of(2017, 12, 31),
                        "FIXED_AMOUNT",
                        "170000.00",
                        "3.5",
                        List.of(
                                new PostCategory(
                                        "EDUCATION_SPECIALIST",
                                        "Außerschulische pädagogische Fachkraft",
                                        "Out-of-school pedagogical specialist",
                                        2,
                                        "1.0"),
                                new PostCategory(
                                        "ADMIN_SPECIALIST",
                                        "Verwaltungsfachkraft",
                                        "Administrative specialist",
                                        1,
                                        "1.0"),
                                new PostCategory(
                                        "ADMIN_ASSISTANT",
                                        "Verwaltungshilfskraft",
                                        "Administrative assistant",
                                        1,
                                        "0.5")),
                        List.of(
                                new ProgrammeState.Authority(
                                        "LAKI",
                                        "Landesweite Koordinierungsstelle (LaKI)",
                                        "State-wide coordination office (LaKI)")),
                        1));
        caseArrives(DISTRICT, id, 1);
        await().atMost(SOON).until(() -> answersForCase(id));
        return id;
    }

    public void caseArrives(String district, UUID id, long version) {
        wire.send(
                district,
                CaseState.TOPIC,
                id.toString(),
                UUID.randomUUID(),
                MovableClock.START,
                new CaseState(
                        id,
                        "Kommunales Integrationszentrum Rhein-Sieg-Kreis",
                        "50.2-KI-2012",
                        "KI-2012",
                        "PREPARATION",
                        LocalDate.of(2012, 10, 2),
                        version));
    }

    public boolean answersForCase(UUID id) {
        return get(CLERK, "/api/finance/v1/cases/{id}/levy-effects", id).getResponse().getStatus()
                == 200;
    }

    /** A round over the case asks these towns. */
    public UUID roundOpens(UUID caseId, Instant at, List<String> towns) {
        var round = UUID.randomUUID();
        opened(round, UUID.randomUUID(), caseId, at, towns);
        return round;
    }

    public void opened(UUID round, UUID event, UUID caseId, Instant at, List<String> towns) {
        wire.send(
                DISTRICT,
                ConsultationOpened.TOPIC,
                round.toString(),
                event,
                at,
                new ConsultationOpened(
                        round,
                        caseId,
                        "Konzeption des Kommunalen Integrationszentrums",
                        "DRAFT_OPINION",
                        LocalDate.of(2014, 2, 17),
                        LocalDate.of(2014, 3, 4),
                        towns.stream()
                                .map(it -> new ConsultationOpened.Addressee(it, UUID.randomUUID()))
                                .toList(),
                        null,
                        1));
    }

    /** LaKI refuses a smaller centre: 3.5 posts and 2 teachers at least (story step 8). */
    public void rulingArrives(UUID caseId, UUID ruling, UUID event, long version) {
        wire.send(
                DISTRICT,
                InformalRulingRecorded.TOPIC,
                caseId.toString(),
                event,
                MovableClock.START,
                new InformalRulingRecorded(
                        caseId,
                        ruling,
                        "LAKI",
                        "REFUSED",
                        "3.50",
                        2,
                        LocalDate.of(2014, 2, 5),
                        version));
    }

    private void tell(String topic, String key, Object event) {
        wire.send(DISTRICT, topic, key, UUID.randomUUID(), MovableClock.START, event);
    }

    // -- shortcuts through the story -------------------------------------------------------------

    /** A case with the demo plan. */
    public UUID plannedCase() {
        municipalitiesArrive();
        UUID id = caseArrives();
        await().atMost(SOON)
                .until(() ->
                        put(
                                                TREASURER,
                                                DEMO_PLAN.formatted(0),
                                                "/api/finance/v1/cases/{id}/cost-plan",
                                                id)
                                        .getResponse()
                                        .getStatus()
                                == 200);
        return id;
    }

    /** The published base of 2014. */
    public UUID publishedBase() {
        municipalitiesArrive();
        var imported = upload(TREASURER, DemoFigures.municipalitiesFile(), 2014, "FINAL", false);
        var id = UUID.fromString(json.readTree(text(imported)).get("baseId").asString());
        var base = body(get(TREASURER, "/api/finance/v1/levy-bases/{id}", id), 200);
        if (base.get("publishedAt").isNull()) {
            body(
                    post(
                            TREASURER,
                            "{\"version\": 0}",
                            "/api/finance/v1/levy-bases/{id}/publication",
                            id),
                    200);
        }
        return id;
    }

    /** The effect of the demo plan on the base of 2014. */
    public JsonNode calculated(UUID caseId) {
        return body(
                post(
                        TREASURER,
                        "{\"baseId\": \"%s\"}".formatted(publishedBase()),
                        "/api/finance/v1/cases/{id}/levy-effects",
                        caseId),
                201);
    }
}
