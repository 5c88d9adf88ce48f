package de.foerderkreis.application;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platformtest.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service over HTTP as somebody, the way the story and other systems do. */
@TestComponent
public class Api {

    public static final String DISTRICT = "05382";
    public static final String CLERK = Tokens.clerk(DISTRICT);
    public static final String HEAD = Tokens.head(DISTRICT);
    public static final String LANDRAT = Tokens.landrat(DISTRICT);

    private static final String BASE = "/api/application/v1";

    private final MockMvcTester mvc;
    private final JsonMapper json;

    @Autowired
    Api(MockMvcTester mvc, JsonMapper json) {
        this.mvc = mvc;
        this.json = json;
    }

    public Answer get(String token, String path) {
        return send(token, HttpMethod.GET, path, null);
    }

    public Answer post(String token, String path, Object body) {
        return send(token, HttpMethod.POST, path, body);
    }

    public Answer put(String token, String path, Object body) {
        return send(token, HttpMethod.PUT, path, body);
    }

    public Answer upload(String token, String path, String filename, byte[] content) {
        var result =
                mvc.post()
                        .uri(BASE + path)
                        .multipart()
                        .file(new MockMultipartFile("file", filename, null, content))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "de")
                        .exchange();
        return new Answer(result, json);
    }

    /** A page as a browser asks for it. */
    public Answer page(String token, String path, String language) {
        return new Answer(
                mvc.get()
                        .uri(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", language)
                        .accept(MediaType.TEXT_HTML)
                        .exchange(),
                json);
    }

    /** A form as a page without script sends it. */
    public Answer form(String token, String path, Map<String, String> fields) {
        var request =
                mvc.post()
                        .uri(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "de")
                        .accept(MediaType.TEXT_HTML)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        fields.forEach(request::param);
        return new Answer(request.exchange(), json);
    }

    /** A form with a file. */
    public Answer form(
            String token,
            String path,
            Map<String, String> fields,
            String filename,
            byte[] content) {
        var request =
                mvc.post()
                        .uri(path)
                        .multipart()
                        .file(new MockMultipartFile("file", filename, null, content))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "de")
                        .accept(MediaType.TEXT_HTML);
        fields.forEach(request::param);
        return new Answer(request.exchange(), json);
    }

    /** A fresh case with a reference of its own. */
    public UUID openCase() {
        var answer =
                post(
                        CLERK,
                        "/cases",
                        Map.of(
                                "title", "KI Rhein-Sieg-Kreis",
                                "programmeCode", "KI-2012",
                                "fileReference", "50.2-" + UUID.randomUUID(),
                                "openedOn", "2012-10-02"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(answer.text("id"));
    }

    /** A document of a case; returns its hash. */
    public String document(UUID caseId, String text) {
        var answer =
                upload(
                        CLERK,
                        "/cases/" + caseId + "/documents",
                        "niederschrift.txt",
                        text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("sha256");
    }

    /** Records the council's resolution. */
    public void councilResolves(UUID caseId, String day) {
        var answer =
                post(
                        CLERK,
                        "/cases/" + caseId + "/resolutions",
                        Map.of(
                                "body", "KREISTAG",
                                "decidedOn", day,
                                "outcome", "ADOPTED_MAJORITY",
                                "subject", "Einrichtung und Antragstellung",
                                "documentSha256", document(caseId, "Niederschrift " + day)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** Promises R1, waives the rest and every annex. */
    public void settle(UUID caseId) {
        for (var requirement : get(CLERK, "/cases/" + caseId + "/requirements").json()) {
            var code = requirement.path("code").asString();
            var body = new LinkedHashMap<String, Object>();
            body.put("version", requirement.path("version").asLong());
            body.put("status", code.equals("R1") ? "PROMISED" : "WAIVED");
            body.put("reason", "wird nach Einrichtung belegt");
            if (code.equals("R1")) {
                body.put("dueOn", "2015-12-31");
            }
            assertThat(put(CLERK, "/cases/" + caseId + "/requirements/" + code, body).status())
                    .isEqualTo(200);
        }
        for (var annex : get(CLERK, "/cases/" + caseId + "/annexes").json()) {
            assertThat(
                            put(
                                            CLERK,
                                            "/cases/"
                                                    + caseId
                                                    + "/annexes/"
                                                    + annex.path("no").asInt(),
                                            Map.of("version", 0, "waivedReason", "liegt nicht bei"))
                                    .status())
                    .isEqualTo(200);
        }
    }

    /** An application of a stage, released by the head; returns its path. */
    public String readyApplication(UUID caseId, int stage) {
        var drafted = post(CLERK, "/cases/" + caseId + "/applications", Map.of("stage", stage));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        var path = "/cases/" + caseId + "/applications/" + drafted.text("id");
        step(CLERK, path, "review", Map.of());
        step(HEAD, path, "approval", Map.of());
        return path;
    }

    /** Takes a step from the present version. */
    public Answer step(String token, String path, String step, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("version", get(CLERK, path).json().path("version").asLong());
        return post(step.equals("submission") ? fresh(token) : token, path + "/" + step, body);
    }

    /** Whoever hands something in has just signed in with a second factor. */
    public static String fresh(String token) {
        if (token.equals(HEAD)) {
            return Tokens.steppedUp(DISTRICT, "head");
        }
        return token.equals(LANDRAT) ? Tokens.steppedUp(DISTRICT, "landrat") : token;
    }

    private Answer send(String token, HttpMethod method, String path, Object body) {
        var request =
                mvc.method(method)
                        .uri(BASE + path)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "de");
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
        }
        return new Answer(request.exchange(), json);
    }

    /** What came back. */
    public record Answer(MvcTestResult result, JsonMapper mapper) {

        public int status() {
            return result.getResponse().getStatus();
        }

        public String body() {
            return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return mapper.readTree(body());
        }

        public String text(String field) {
            return json().path(field).asString();
        }

        /** The problem's type without its prefix. */
        public String problem() {
            return text("type").replace("urn:foerderkreis:problem:", "");
        }

        public String location() {
            return String.valueOf(result.getResponse().getHeader("Location"));
        }
    }
}
