package de.foerderkreis.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platformtest.Tokens;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over HTTP, because half of what a client can do wrong never reaches a controller. */
@SampleTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

    @LocalServerPort int port;
    @Autowired MockMvcTester mvc;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void tellsInGermanOrEnglish() throws Exception {
        var german = problem(failure(2, "de"), 409);
        assertThat(german.path("type").asString())
                .isEqualTo("urn:foerderkreis:problem:round-closed");
        assertThat(german.path("title").asString()).isEqualTo("Runde geschlossen");
        assertThat(german.path("detail").asString())
                .isEqualTo("„Runde 1“ ist bereits geschlossen.");
        assertThat(german.path("instance").asString()).isEqualTo("/api/sample/v1/failure");
        assertThat(problem(failure(2, "en-GB,en;q=0.9"), 409).path("title").asString())
                .isEqualTo("Round closed");
        assertThat(problem(failure(2, "fr"), 409).path("title").asString())
                .isEqualTo("Runde geschlossen");
        var byCookie =
                send(
                        get("/api/sample/v1/failure?number=2")
                                .header("Cookie", "lang=en")
                                .header("Accept-Language", "de"));
        assertThat(problem(byCookie, 409).path("title").asString()).isEqualTo("Round closed");
    }

    @Test
    void aStaleVersionNamesTheChangedFields() throws Exception {
        var problem = problem(failure(1, "de"), 409);
        assertThat(problem.path("type").asString()).endsWith(":stale-version");
        assertThat(problem.path("changedFields").toString()).isEqualTo("[\"dueOn\",\"title\"]");
    }

    @Test
    void anUnexpectedExceptionTellsANumberAndNotItsMessage(CapturedOutput log) throws Exception {
        var response = failure(9, "de");
        var problem = problem(response, 500);
        assertThat(response.body()).doesNotContain("secret").doesNotContain("IllegalState");
        assertThat(problem.path("incident").asString()).isNotEmpty();
        assertThat(log.getAll()).contains(problem.path("incident").asString());
    }

    @Test
    void wrongFieldsAreNamedWithTheirMessages() throws Exception {
        var problem =
                problem(
                        order(
                                "{\"title\":\"viel zu langer Titel\",\"items\":[{\"label\":\"a\"},{\"label\":\" \"}]}"),
                        422);
        assertThat(problem.path("type").asString()).endsWith(":invalid-input");
        assertThat(problem.path("errors").toString())
                .contains("\"field\":\"title\"", "constraint-size", "zwischen 0 und 10")
                .contains("\"field\":\"items[1].label\"", "Diese Angabe fehlt.");
    }

    @Test
    void whatCannotBeReadNamesTheField() throws Exception {
        assertThat(errorField(problem(order("{\"title\":\"a\",\"amount\":\"1,50\"}"), 400)))
                .isEqualTo("amount");
        assertThat(errorField(problem(order("{\"title\":\"a\",\"dueOn\":\"04.03.2014\"}"), 400)))
                .isEqualTo("dueOn");
        assertThat(errorField(problem(order("{\"title\":\"a\",\"items\":[{\"label\":{}}]}"), 400)))
                .isEqualTo("items[0].label");
        var unknown = problem(order("{\"title\":\"a\",\"titel\":\"b\"}"), 400);
        assertThat(unknown.path("type").asString()).endsWith(":unknown-property");
        assertThat(errorField(unknown)).isEqualTo("titel");
        assertThat(problem(order("{\"title\":"), 400).path("type").asString())
                .endsWith(":unreadable-body");
        assertThat(errorField(problem(send(get("/api/sample/v1/failure?number=x")), 400)))
                .isEqualTo("number");
        assertThat(errorField(problem(send(get("/api/sample/v1/failure")), 400)))
                .isEqualTo("number");
    }

    @Test
    void unknownAddressesAndMethodsAreProblemsToo() throws Exception {
        assertThat(problem(send(get("/api/sample/v1/nothing")), 404).path("type").asString())
                .endsWith(":not-found");
        assertThat(
                        problem(send(request("/api/sample/v1/orders").DELETE()), 405)
                                .path("type")
                                .asString())
                .endsWith(":method-not-allowed");
        assertThat(
                        problem(
                                        send(
                                                request("/api/sample/v1/orders")
                                                        .header("Content-Type", "text/plain")
                                                        .POST(BodyPublishers.ofString("x"))),
                                        415)
                                .path("type")
                                .asString())
                .endsWith(":unsupported-media-type");
    }

    @Test
    void aBodyOverTheLimitIsRefusedAnnouncedOrNot() throws Exception {
        var large = "{\"title\":\"" + "a".repeat(1_100_000) + "\"}";
        assertThat(problem(order(large), 413).path("type").asString())
                .endsWith(":payload-too-large");
        var chunked =
                send(
                        request("/api/sample/v1/orders")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(large.getBytes()))));
        assertThat(problem(chunked, 413).path("type").asString()).endsWith(":payload-too-large");
    }

    @Test
    void anUploadOverTheLimitIsRefused() throws Exception {
        var head =
                "--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"gross.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
                        .getBytes();
        var tail = "\r\n--grenze--\r\n".getBytes();
        var body = Arrays.copyOf(head, head.length + 27 * 1024 * 1024 + tail.length);
        System.arraycopy(tail, 0, body, body.length - tail.length, tail.length);
        var response =
                send(
                        request("/api/sample/v1/upload")
                                .header("Content-Type", "multipart/form-data; boundary=grenze")
                                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(problem(response, 413).path("type").asString()).endsWith(":document-too-large");
    }

    @Test
    void aBrowserGetsAPage() {
        var page = html("/seite/1", Tokens.clerk("05382"));
        assertThat(page).hasStatus(404).hasViewName("portal/problem");
        assertThat(page.getMvcResult().getModelAndView().getModel())
                .containsEntry("status", 404)
                .containsEntry("title", "Nicht gefunden")
                .containsKeys("detail", "errors", "instance");
        assertThat(html("/seite/1", Tokens.mayor("05382068")))
                .hasStatus(403)
                .hasViewName("portal/problem");
        assertThat(html("/gibt-es-nicht", Tokens.clerk("05382")))
                .hasStatus(404)
                .hasViewName("portal/problem");
    }

    @Test
    void aBrowserWithoutLoginIsSentToTheErrorPage() {
        assertThat(mvc.get().uri("/seite/1").header("Accept", "text/html")).hasStatus(401);
        assertThat(
                        mvc.get()
                                .uri("/error")
                                .header("Accept", "text/html,*/*")
                                .requestAttr("jakarta.servlet.error.status_code", 401)
                                .requestAttr("jakarta.servlet.error.request_uri", "/seite/1"))
                .hasStatus(401)
                .hasViewName("portal/problem");
    }

    private MvcTestResult html(String path, String token) {
        return mvc.get()
                .uri(path)
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static String errorField(JsonNode problem) {
        return problem.path("errors").path(0).path("field").asString();
    }

    private JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("application/problem+json"));
        return json.readTree(response.body());
    }

    private HttpResponse<String> failure(int number, String language) throws Exception {
        return send(
                get("/api/sample/v1/failure?number=" + number).header("Accept-Language", language));
    }

    private HttpResponse<String> order(String body) throws Exception {
        return send(
                request("/api/sample/v1/orders")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + Tokens.clerk("05382"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
