package de.foerderkreis.application;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.platformtest.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint, page or API, times every role, times own, foreign and nobody's; one not in the
 * matrix fails.
 */
@RunningService
class AccessTests {

    static final Set<String> ALL =
            Set.of(
                    "clerk",
                    "head",
                    "treasurer",
                    "landrat",
                    "council-secretary",
                    "auditor",
                    "admin",
                    "mayor",
                    "municipal-official",
                    "partner",
                    "reviewer");
    static final Set<String> DISTRICT =
            Set.of("clerk", "head", "treasurer", "landrat", "council-secretary", "auditor");
    static final Set<String> READERS =
            Set.of(
                    "clerk",
                    "head",
                    "treasurer",
                    "landrat",
                    "council-secretary",
                    "auditor",
                    "mayor",
                    "municipal-official");
    static final Set<String> CLERK = Set.of("clerk");
    static final Set<String> LEAD = Set.of("clerk", "head");
    static final Set<String> MINUTES = Set.of("clerk", "head", "council-secretary");
    static final Set<String> HEAD = Set.of("head");
    static final Set<String> LANDRAT = Set.of("landrat");
    static final Set<String> SIGN = Set.of("head", "landrat");
    static final Set<String> WITHDRAW = Set.of("clerk", "head", "landrat");

    static final Map<String, Set<String>> MATRIX = new TreeMap<>();

    static {
        var api = "/api/application/v1";
        var one = api + "/cases/{id}";
        var of = api + "/cases/{caseId}";
        var application = of + "/applications/{id}";
        MATRIX.put("GET " + api + "/programmes", READERS);
        MATRIX.put("GET " + api + "/programmes/{code}", READERS);
        MATRIX.put("GET " + api + "/cases", READERS);
        MATRIX.put("POST " + api + "/cases", CLERK);
        MATRIX.put("GET " + one, READERS);
        MATRIX.put("PUT " + one, CLERK);
        MATRIX.put("POST " + one + "/documents", MINUTES);
        MATRIX.put("GET " + one + "/documents", DISTRICT);
        MATRIX.put("GET " + one + "/documents/{sha256}", DISTRICT);
        MATRIX.put("GET " + of + "/requirements", READERS);
        MATRIX.put("PUT " + of + "/requirements/{code}", LEAD);
        MATRIX.put("POST " + of + "/requirements/{code}/evidence", LEAD);
        MATRIX.put("GET " + of + "/resolutions", DISTRICT);
        MATRIX.put("POST " + of + "/resolutions", MINUTES);
        MATRIX.put("GET " + of + "/council", DISTRICT);
        MATRIX.put("POST " + of + "/council/motions", MINUTES);
        MATRIX.put("POST " + of + "/council/papers", MINUTES);
        MATRIX.put("POST " + of + "/council/papers/{paperId}/sending", MINUTES);
        MATRIX.put("POST " + of + "/council/meetings", MINUTES);
        MATRIX.put("POST " + of + "/council/meetings/{meetingId}/items", MINUTES);
        MATRIX.put("POST " + of + "/council/meetings/{meetingId}/items/{itemId}/outcome", MINUTES);
        MATRIX.put("POST " + of + "/council/old-file", MINUTES);
        MATRIX.put("PUT " + of + "/requirements/{code}/checks/{check}", LEAD);
        MATRIX.put("GET " + of + "/milestones", DISTRICT);
        MATRIX.put("PUT " + of + "/milestones/{code}", LEAD);
        MATRIX.put("POST " + of + "/milestones/{code}/completion", LEAD);
        MATRIX.put("POST " + of + "/milestones/{code}/dropping", LEAD);
        MATRIX.put("GET " + of + "/rulings", DISTRICT);
        MATRIX.put("POST " + of + "/rulings", LEAD);
        MATRIX.put("POST " + of + "/rulings/{rulingId}/reply", LEAD);
        MATRIX.put("GET " + of + "/tasks", DISTRICT);
        MATRIX.put("POST " + of + "/tasks", LEAD);
        MATRIX.put("POST " + of + "/tasks/{taskId}/completion", LEAD);
        MATRIX.put("POST " + of + "/tasks/{taskId}/dropping", LEAD);
        MATRIX.put("GET " + of + "/annexes", DISTRICT);
        MATRIX.put("PUT " + of + "/annexes/{no}", LEAD);
        MATRIX.put("GET " + of + "/applications", DISTRICT);
        MATRIX.put("POST " + of + "/applications", CLERK);
        MATRIX.put("GET " + application, DISTRICT);
        MATRIX.put("PUT " + application, CLERK);
        MATRIX.put("GET " + application + "/checks", DISTRICT);
        MATRIX.put("GET " + application + "/snapshot", DISTRICT);
        MATRIX.put("POST " + application + "/review", CLERK);
        MATRIX.put("POST " + application + "/approval", HEAD);
        MATRIX.put("POST " + application + "/return", HEAD);
        MATRIX.put("POST " + application + "/submission", SIGN);
        MATRIX.put("POST " + application + "/withdrawal", WITHDRAW);
        MATRIX.put("POST " + application + "/acknowledgement", LEAD);
        MATRIX.put("POST " + application + "/query", LEAD);
        MATRIX.put("POST " + application + "/answer", LEAD);
        MATRIX.put("POST " + application + "/decision", LEAD);
        var conception = of + "/conception";
        MATRIX.put("GET " + conception, DISTRICT);
        MATRIX.put("PUT " + conception + "/sections/{code}", LEAD);
        MATRIX.put("POST " + conception + "/release", LANDRAT);
        MATRIX.put("POST " + conception + "/revision", LEAD);
        MATRIX.put("GET " + conception + "/versions", READERS);
        MATRIX.put("GET " + conception + "/versions/{no}", READERS);
        MATRIX.put("POST " + conception + "/versions/{no}/adoption", MINUTES);
        MATRIX.put("GET " + conception + "/versions/{no}/difference/{other}", DISTRICT);
        MATRIX.put("GET " + conception + "/versions/{no}/document.{type}", READERS);
        var dossiers = of + "/dossiers";
        MATRIX.put("GET " + dossiers, DISTRICT);
        MATRIX.put("POST " + dossiers, LEAD);
        MATRIX.put("GET " + dossiers + "/{no}", DISTRICT);
        MATRIX.put("GET " + dossiers + "/{no}/snapshot", DISTRICT);
        MATRIX.put("GET " + dossiers + "/{no}/file.{type}", DISTRICT);
        MATRIX.put("GET /vorhaben/{id}/konzeption", READERS);
        MATRIX.put("GET /vorhaben/{id}/konzeption/{version}", READERS);
        MATRIX.put("GET /vorhaben/{id}/konzeption/{version}/unterschied/{other}", DISTRICT);
        MATRIX.put("POST /vorhaben/{id}/konzeption/{version}/beschluss", MINUTES);
        MATRIX.put("GET /vorhaben/{id}/konzeption/abschnitt/{code}", LEAD);
        MATRIX.put("POST /vorhaben/{id}/konzeption/abschnitt/{code}", LEAD);
        MATRIX.put("POST /vorhaben/{id}/konzeption/ueberarbeitung", LEAD);
        MATRIX.put("GET /vorhaben/{id}/konzeption/freigabe", LANDRAT);
        MATRIX.put("POST /vorhaben/{id}/konzeption/freigabe", LANDRAT);
        MATRIX.put("GET /vorhaben/{id}/akte", DISTRICT);
        MATRIX.put("POST /vorhaben/{id}/akte", LEAD);
        MATRIX.put("GET /vorhaben", READERS);
        MATRIX.put("GET /vorhaben/neu", CLERK);
        MATRIX.put("POST /vorhaben/neu", CLERK);
        MATRIX.put("GET /vorhaben/{id}", READERS);
        MATRIX.put("GET /vorhaben/{id}/bearbeiten", CLERK);
        MATRIX.put("POST /vorhaben/{id}/bearbeiten", CLERK);
        MATRIX.put("GET /vorhaben/{id}/dokumente/{sha256}", DISTRICT);
        MATRIX.put("GET /vorhaben/{id}/anforderungen", DISTRICT);
        MATRIX.put("GET /vorhaben/{id}/anforderungen/{code}", DISTRICT);
        MATRIX.put("POST /vorhaben/{id}/anforderungen/{code}", LEAD);
        MATRIX.put("POST /vorhaben/{id}/anforderungen/{code}/nachweise", LEAD);
        MATRIX.put("GET /vorhaben/{id}/gremien", DISTRICT);
        MATRIX.put("POST /vorhaben/{id}/gremien", MINUTES);
        MATRIX.put("GET /vorhaben/{id}/gremien/antrag", MINUTES);
        MATRIX.put("POST /vorhaben/{id}/gremien/antrag", MINUTES);
        MATRIX.put("GET /vorhaben/{id}/gremien/vorlage", MINUTES);
        MATRIX.put("POST /vorhaben/{id}/gremien/vorlage", MINUTES);
        MATRIX.put("GET /vorhaben/{id}/gremien/vorlage/{paper}", MINUTES);
        MATRIX.put("POST /vorhaben/{id}/gremien/vorlage/{paper}", MINUTES);
        MATRIX.put("GET /vorhaben/{id}/gremien/sitzung", MINUTES);
        MATRIX.put("POST /vorhaben/{id}/gremien/sitzung", MINUTES);
        MATRIX.put("GET /vorhaben/{id}/gremien/sitzung/{meeting}/punkt", MINUTES);
        MATRIX.put("POST /vorhaben/{id}/gremien/sitzung/{meeting}/punkt", MINUTES);
        MATRIX.put("GET /vorhaben/{id}/gremien/sitzung/{meeting}/punkt/{item}", MINUTES);
        MATRIX.put("POST /vorhaben/{id}/gremien/sitzung/{meeting}/punkt/{item}", MINUTES);
        MATRIX.put("GET /vorhaben/{id}/gremien/alte-akte", MINUTES);
        MATRIX.put("POST /vorhaben/{id}/gremien/alte-akte", MINUTES);
        MATRIX.put("POST /vorhaben/{id}/gremien/alte-akte/belege", MINUTES);
        MATRIX.put("GET /vorhaben/{id}/gremien/alte-akte/muster.csv", MINUTES);
        MATRIX.put("POST /vorhaben/{id}/anforderungen/{code}/pruefung/{check}", LEAD);
        MATRIX.put("GET /vorhaben/{id}/zeitplan", DISTRICT);
        MATRIX.put("GET /vorhaben/{id}/zeitplan/{code}", DISTRICT);
        MATRIX.put("POST /vorhaben/{id}/zeitplan/{code}", LEAD);
        MATRIX.put("GET /vorhaben/{id}/festlegungen", DISTRICT);
        MATRIX.put("POST /vorhaben/{id}/festlegungen", LEAD);
        MATRIX.put("GET /vorhaben/{id}/festlegungen/{ruling}", LEAD);
        MATRIX.put("POST /vorhaben/{id}/festlegungen/{ruling}", LEAD);
        MATRIX.put("GET /vorhaben/{id}/aufgaben", DISTRICT);
        MATRIX.put("POST /vorhaben/{id}/aufgaben", LEAD);
        MATRIX.put("GET /vorhaben/{id}/aufgaben/{task}", LEAD);
        MATRIX.put("POST /vorhaben/{id}/aufgaben/{task}", LEAD);
        MATRIX.put("GET /vorhaben/{id}/unterlagen", DISTRICT);
        MATRIX.put("GET /vorhaben/{id}/unterlagen/{no}", LEAD);
        MATRIX.put("GET /vorhaben/{id}/unterlagen/{no}/ansicht", DISTRICT);
        MATRIX.put("POST /vorhaben/{id}/unterlagen/{no}", LEAD);
        MATRIX.put("GET /vorhaben/{id}/antrag/{stage}", DISTRICT);
        MATRIX.put("POST /vorhaben/{id}/antrag/{stage}", CLERK);
        MATRIX.put("GET /vorhaben/{id}/antrag/{stage}/{step}", WITHDRAW);
        MATRIX.put("POST /vorhaben/{id}/antrag/{stage}/{step}", WITHDRAW);
    }

    @Autowired MockMvcTester mvc;
    @Autowired Api api;
    @Autowired Events events;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyEndpointIsInTheMatrix() {
        var mapped = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((info, method) -> {
                    if (method.getBeanType().getName().startsWith("de.foerderkreis.application")) {
                        for (var verb : info.getMethodsCondition().getMethods()) {
                            info.getPatternValues()
                                    .forEach(it -> mapped.add(verb.name() + " " + it));
                        }
                    }
                });
        assertThat(mapped).containsExactlyElementsOf(new TreeSet<>(MATRIX.keySet()));
    }

    @Test
    void everyRoleReachesWhatItIsMeantToAndNothingElse() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        var caseId = api.openCase();
        addressed(caseId, "05382068");
        var wrong = new ArrayList<String>();
        MATRIX.forEach((endpoint, roles) -> {
            if (call(endpoint, caseId, null) != 401) {
                wrong.add(endpoint + " without a login");
            }
            for (var role : ALL) {
                var status = call(endpoint, caseId, own(role));
                var refused = status == 401 || status == 403;
                // A page that fails for whoever may see it is not one they reach.
                if (refused == roles.contains(role) || status >= 500) {
                    wrong.add("%s as %s answers %d".formatted(endpoint, role, status));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatBelongsToOthersDoesNotExist() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        var caseId = api.openCase();
        addressed(caseId, "05382068");
        var wrong = new ArrayList<String>();
        MATRIX.forEach((endpoint, roles) -> {
            if (!endpoint.contains("{id}") && !endpoint.contains("{caseId}")) {
                return;
            }
            var others = new LinkedHashMap<String, String>();
            roles.stream()
                    .filter(DISTRICT::contains)
                    .forEach(it ->
                            others.put("other district's " + it, Tokens.steppedUp("05366", it)));
            if (roles.contains("mayor")) {
                others.put("mayor not asked", Tokens.mayor("05382076"));
                others.put("official not asked", Tokens.official("05382076"));
            }
            others.forEach((who, token) -> {
                var status = call(endpoint, caseId, token);
                // A step's own role is asked before its case; either way nothing is told.
                if (status != 404 && !(endpoint.endsWith("{step}") && status == 403)) {
                    wrong.add("%s as %s answers %d".formatted(endpoint, who, status));
                }
            });
        });
        assertThat(wrong).isEmpty();
        assertThat(api.get(Tokens.mayor("05382076"), "/cases").json()).isEmpty();
        assertThat(api.get(Tokens.clerk("05366"), "/cases").json()).isEmpty();
        assertThat(api.get(Tokens.mayor("05382068"), "/cases").body()).contains(caseId.toString());
    }

    @Test
    void aTownSeesHowRequirementsStandAndNothingOfTheAdministration() {
        TestClock.set(LocalDate.of(2014, 4, 15));
        var caseId = api.openCase();
        addressed(caseId, "05382068");
        api.settle(caseId);
        var r1 =
                api.get(Tokens.mayor("05382068"), "/cases/" + caseId + "/requirements")
                        .json()
                        .get(0);
        assertThat(r1.path("status").asString()).isEqualTo("PROMISED");
        assertThat(r1.path("reason").isNull()).isTrue();
        assertThat(r1.path("evidence")).isEmpty();
        assertThat(r1.path("missing")).isEmpty();
    }

    private void addressed(UUID caseId, String ags) {
        var round = UUID.randomUUID();
        events.send(
                ConsultationOpened.TOPIC,
                round,
                new ConsultationOpened(
                        round,
                        caseId,
                        "Entwurf",
                        "DRAFT_OPINION",
                        LocalDate.of(2014, 2, 17),
                        LocalDate.of(2014, 3, 4),
                        List.of(new ConsultationOpened.Addressee(ags, null)),
                        null,
                        1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> api.get(Tokens.mayor(ags), "/cases/" + caseId).status() == 200);
    }

    private int call(String endpoint, UUID caseId, String token) {
        var space = endpoint.indexOf(' ');
        var method = HttpMethod.valueOf(endpoint.substring(0, space));
        var template = endpoint.substring(space + 1);
        var path =
                template.replace("/cases/{id}", "/cases/" + caseId)
                        .replace("/vorhaben/{id}", "/vorhaben/" + caseId)
                        .replace("{caseId}", caseId.toString())
                        .replace("{id}", UUID.randomUUID().toString())
                        .replace("{sha256}", "ab")
                        .replace("{code}", template.contains("programmes") ? "KI-2012" : "R1")
                        .replace("{no}", "1")
                        .replace("{other}", "1")
                        .replace("{version}", "1")
                        .replace("{type}", "pdf")
                        .replace("{stage}", "1")
                        .replace("{step}", "ruecknahme")
                        .replaceAll(
                                "\\{(paper|meeting|item|ruling|task)(Id)?}",
                                UUID.randomUUID().toString())
                        .replace("{check}", "EXISTS");
        if (template.endsWith("/documents") && method == HttpMethod.POST
                || template.endsWith("/old-file")) {
            var upload =
                    mvc.post()
                            .uri(path)
                            .multipart()
                            .file(new MockMultipartFile("file", "x.txt", null, new byte[] {'x'}));
            if (token != null) {
                upload.header("Authorization", "Bearer " + token);
            }
            return upload.exchange().getResponse().getStatus();
        }
        var request = mvc.method(method).uri(path);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method != HttpMethod.GET) {
            if (path.startsWith("/vorhaben")) {
                request.contentType(MediaType.APPLICATION_FORM_URLENCODED);
            } else {
                request.contentType(MediaType.APPLICATION_JSON).content(body(template));
            }
        }
        if (path.startsWith("/vorhaben")) {
            request.accept(MediaType.TEXT_HTML);
        }
        return request.exchange().getResponse().getStatus();
    }

    /** Well-formed bodies: what is asked here is who may call, not what is said. */
    private static String body(String template) {
        if (template.endsWith("/cases") || template.endsWith("/cases/{id}")) {
            return """
            {"version":0,"title":"KI","fileReference":"%s"}
            """
                    .formatted(UUID.randomUUID())
                    .replace(
                            "\"version\":0,",
                            template.endsWith("/cases")
                                    ? "\"programmeCode\":\"KI-1999\",\"openedOn\":\"2012-10-02\","
                                    : "\"version\":99,");
        }
        if (template.endsWith("/sections/{code}")) {
            return "{\"version\":99,\"text\":\"x\"}";
        }
        if (template.endsWith("/adoption")) {
            return "{\"resolutionId\":\"%s\"}".formatted(UUID.randomUUID());
        }
        var council = councilBody(template);
        if (council != null) {
            return council;
        }
        if (template.endsWith("{code}")) {
            return "{\"version\":99,\"status\":\"WAIVED\",\"reason\":\"x\"}";
        }
        if (template.endsWith("/evidence")) {
            return "{\"kind\":\"NONE\",\"description\":\"x\"}";
        }
        if (template.endsWith("/resolutions")) {
            return "{\"body\":\"KREISTAG\",\"decidedOn\":\"2014-04-01\",\"outcome\":\"ADOPTED_MAJORITY\",\"subject\":\"x\"}";
        }
        if (template.endsWith("{no}")) {
            return "{\"version\":99}";
        }
        if (template.endsWith("/applications")) {
            return "{\"stage\":9}";
        }
        if (template.endsWith("/query")) {
            return "{\"version\":0,\"question\":\"x\",\"dueOn\":\"2014-05-01\"}";
        }
        if (template.endsWith("/answer")) {
            return "{\"version\":0,\"answer\":\"x\"}";
        }
        if (template.endsWith("/decision")) {
            return "{\"version\":0,\"outcome\":\"APPROVED\",\"decidedOn\":\"2014-04-15\"}";
        }
        if (template.endsWith("/applications/{id}")) {
            return "{\"version\":0,\"coverNote\":\"x\"}";
        }
        return "{\"version\":0}";
    }

    private static String councilBody(String template) {
        return switch (template.replaceAll(".*/cases/\\{caseId}", "")) {
            case "/council/motions" ->
                    "{\"datedOn\":\"2099-01-01\",\"proposers\":[\"x\"],\"subject\":\"x\"}";
            case "/council/papers" ->
                    "{\"number\":\"1\",\"type\":\"REPORT\",\"title\":\"x\",\"datedOn\":\"2099-01-01\","
                            + "\"supplementary\":false}";
            case "/council/papers/{paperId}/sending" -> "{\"version\":0,\"sentOn\":\"2014-04-01\"}";
            case "/council/meetings" -> "{\"body\":\"KREISTAG\",\"heldOn\":\"2099-01-01\"}";
            case "/council/meetings/{meetingId}/items" ->
                    "{\"number\":\"1\",\"title\":\"x\",\"competence\":\"HEARING\"}";
            case "/council/meetings/{meetingId}/items/{itemId}/outcome" ->
                    "{\"version\":0,\"outcome\":\"NOTED\"}";
            case "/milestones/{code}" -> "{\"version\":0,\"planned\":\"2014\"}";
            case "/milestones/{code}/completion" -> "{\"version\":0,\"actual\":\"2014\"}";
            case "/rulings" ->
                    "{\"authority\":\"NONE\",\"question\":\"x\",\"outcome\":\"OPEN\",\"ruledOn\":\"2014-02-05\"}";
            case "/rulings/{rulingId}/reply" ->
                    "{\"version\":0,\"outcome\":\"OPEN\",\"ruledOn\":\"2014-02-05\"}";
            case "/tasks" -> "{\"title\":\"x\",\"role\":\"nobody\"}";
            default -> null;
        };
    }

    private static String own(String role) {
        return switch (role) {
            case "mayor", "municipal-official" -> Tokens.of("05382068", role);
            case "partner" -> Tokens.of("05382-caritas", role);
            case "reviewer" -> Tokens.of("05-mais", role);
            default -> Tokens.steppedUp("05382", role);
        };
    }
}
