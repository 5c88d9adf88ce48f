package de.foerderkreis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.acceptance.AccessMatrix.Line;
import de.foerderkreis.story.PortalClient;
import de.foerderkreis.story.PortalClient.Answer;
import de.foerderkreis.story.Story;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Role × own and foreign × no login, over HTTP, for every endpoint and page the services really map. */
@Order(5)
@ExtendWith(RunningSystem.class)
class AccessTests {

    private static final List<String> SERVICES = List.of("application-service", "finance-service", "stakeholder-service", "notification-service");
    private static final Map<String, String> SAMPLES = new HashMap<>();
    private static final Map<String, PortalClient> CLIENTS = new HashMap<>();

    private final Story story = RunningSystem.story();

    @ParameterizedTest
    @ValueSource(strings = {"application-service", "finance-service", "stakeholder-service", "notification-service"})
    void noEndpointIsMissingFromTheMatrix(String service) {
        var mapped = mappings(service);
        var listed = AccessMatrix.of(service).stream().map(Line::toString).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
        assertThat(listed).as("access/%s.txt against the mappings of the running service", service).isEqualTo(mapped);
    }

    static Stream<Line> lines() {
        return SERVICES.stream().flatMap(it -> AccessMatrix.of(it).stream());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void letsInThoseWhoMayAndNobodyElse(Line line) {
        var softly = new SoftAssertions();
        for (String actor : AccessMatrix.ACTORS) {
            var answer = attempt(actor, line);
            if (line.allowed().contains(actor)) {
                softly.assertThat(answer.status()).as("%s may %s (%s)", actor, line, answer.body().lines().findFirst().orElse("")).isNotIn(401, 403).isLessThan(500);
                if (line.method().equals("GET")) {
                    softly.assertThat(answer.status()).as("%s reads %s at %s", actor, line, answer.uri()).isIn(200, 302, 303);
                    softly.assertThat(redirectsToLogin(answer)).as("%s needs no login for %s", actor, line).isFalse();
                }
            } else if (actor.equals("visitor")) {
                softly.assertThat(answer.status() == 401 || redirectsToLogin(answer)).as("a visitor is asked to sign in at %s, got %d", line, answer.status()).isTrue();
            } else {
                softly.assertThat(answer.status()).as("%s must not %s", actor, line).isIn(403, 404);
            }
        }
        softly.assertAll();
    }

    /** Objects of others are not found, whatever the role. */
    @ParameterizedTest
    @MethodSource("foreignObjects")
    void foreignObjectsAreNotFound(String actor, String method, String address) {
        var line = new Line("", method, address, java.util.Set.of(), address, "");
        assertThat(attempt(actor, line).status()).as("%s %s as %s", method, address, actor).isEqualTo(404);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> foreignObjects() {
        return ConsultationAtDemoDayTests.text("/access/foreign.txt").lines()
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .map(it -> it.split("\\|"))
                .map(it -> org.junit.jupiter.params.provider.Arguments.of(it[0].strip(), it[1].strip(), it[2].strip()));
    }

    @Test
    void theGatewayOffersNoManagementAddressOfAnyService() {
        for (String path : List.of("/actuator", "/actuator/mappings", "/api/application/actuator", "/api/finance/../actuator/mappings")) {
            assertThat(attempt("clerk", new Line("", "GET", path, java.util.Set.of(), path, "")).status()).as(path).isIn(400, 403, 404);
        }
    }

    private static boolean redirectsToLogin(Answer answer) {
        return answer.status() == 302 && answer.headers().getOrDefault("location", "").matches(".*/(login|oauth2/authorization).*");
    }

    private Answer attempt(String actor, Line line) {
        var address = AccessMatrix.fill(line.address(), samples());
        var client = CLIENTS.computeIfAbsent(actor, this::client);
        var body = AccessMatrix.fill(line.body(), samples());
        var headers = new HashMap<String, String>();
        headers.put("Accept", line.isPage() ? "text/html" : "application/json, application/problem+json");
        if (body.startsWith("json ")) {
            headers.put("Content-Type", "application/json");
            return client.callOnce(line.method(), address, body.substring(5), headers);
        }
        if (body.startsWith("form")) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            return client.callOnce(line.method(), address, body.substring(4).strip(), headers);
        }
        if (body.equals("file")) {
            headers.put("Content-Type", "multipart/form-data; boundary=x");
            return client.callOnce(line.method(), address, "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\nno,such,columns\r\n\r\n--x--\r\n", headers);
        }
        return client.callOnce(line.method(), address, null, headers);
    }

    private PortalClient client(String actor) {
        return switch (actor) {
            case "visitor" -> PortalClient.visitor(RunningSystem.portal());
            case "mayor" -> story.actors().as("mayor-lohmar");
            case "official" -> story.actors().as("official-lohmar");
            case "partner" -> story.actors().as("partner-jobcenter");
            case "reviewer" -> story.actors().as("reviewer-mais");
            case "machine" -> PortalClient.bearing(RunningSystem.portal(), machineToken());
            default -> story.actors().as(actor);
        };
    }

    static String machineToken() {
        var stack = RunningSystem.stack();
        var form = "grant_type=client_credentials&client_id=script-05382&client_secret=" + URLEncoder.encode(stack.secret("client.script-05382"), StandardCharsets.UTF_8);
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(stack.keycloakUri() + "/realms/foerderkreis/protocol/openid-connect/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.ofString());
            return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Map<String, String> samples() {
        if (SAMPLES.isEmpty()) {
            var clerk = story.actors().clerk();
            var caseId = story.caseId();
            var round = story.roundId();
            var treasurer = story.actors().treasurer();
            SAMPLES.put("case", caseId);
            SAMPLES.put("round", round);
            SAMPLES.put("ags", "05382028");
            SAMPLES.put("effect", treasurer.get("/api/finance/v1/cases/" + caseId + "/levy-effect").expect(200).text("id"));
            SAMPLES.put("base", Story.items(treasurer.get("/api/finance/v1/levy-bases").expect(200).json()).getFirst().path("id").asString());
            SAMPLES.put("statement", Story.items(clerk.get("/api/stakeholder/v1/rounds/" + round + "/statements").expect(200).json()).getFirst().path("id").asString());
            SAMPLES.put("document", Story.items(clerk.get("/api/application/v1/cases/" + caseId + "/resolutions").expect(200).json()).getFirst().path("documentSha256").asString());
            SAMPLES.put("unknown", "01977e3c-4d2a-7c11-9f00-00000000ffff");
        }
        return SAMPLES;
    }

    /** What the running service maps, as {@code METHOD /pattern}, without the framework's own addresses. */
    private static TreeSet<String> mappings(String service) {
        var answer = PortalClient.visitor(RunningSystem.stack().serviceUri(service)).get("/actuator/mappings").expect(200).json();
        var found = new TreeSet<String>();
        for (JsonNode context : answer.path("contexts")) {
            for (JsonNode servlet : context.path("mappings").path("dispatcherServlets")) {
                for (JsonNode mapping : servlet) {
                    var conditions = mapping.path("details").path("requestMappingConditions");
                    for (JsonNode pattern : conditions.path("patterns")) {
                        if (isOurs(pattern.asString())) {
                            methods(conditions).forEach(method -> found.add(method + " " + pattern.asString()));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean isOurs(String pattern) {
        return !pattern.startsWith("/actuator") && !pattern.equals("/error") && !pattern.endsWith("/openapi.json") && !pattern.endsWith("/openapi.json.yaml") && !pattern.endsWith("/**");
    }

    private static List<String> methods(JsonNode conditions) {
        var methods = new ArrayList<String>();
        conditions.path("methods").forEach(it -> methods.add(it.asString()));
        return methods.isEmpty() ? List.of("ANY") : methods;
    }
}
