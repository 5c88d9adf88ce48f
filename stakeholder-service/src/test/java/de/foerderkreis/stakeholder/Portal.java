package de.foerderkreis.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.portal.check.RenderedPage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as people do, by HTTP and with a token. */
@Component
public class Portal {

    public static final String API = "/api/stakeholder/v1";
    private static final AtomicInteger DISTRICTS = new AtomicInteger(100);

    private final MockMvcTester mvc;
    private final JsonMapper json;

    Portal(MockMvcTester mvc, JsonMapper json) {
        this.mvc = mvc;
        this.json = json;
    }

    /** A district no other test works in. */
    public static String freshDistrict() {
        return "05" + DISTRICTS.incrementAndGet();
    }

    /** The nineteen municipalities of the story under another district's key. */
    public static byte[] municipalities(String district) {
        try (var in = Portal.class.getResourceAsStream("/municipalities.csv")) {
            return new String(
                            java.util.Objects.requireNonNull(in).readAllBytes(),
                            StandardCharsets.UTF_8)
                    .replace("05382", district)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    public MvcTestResult get(String token, String path) {
        return mvc.get().uri(API + path).header("Authorization", "Bearer " + token).exchange();
    }

    public MvcTestResult post(String token, String path, Object body) {
        return send(HttpMethod.POST, token, path, body);
    }

    public MvcTestResult put(String token, String path, Object body) {
        return send(HttpMethod.PUT, token, path, body);
    }

    public MvcTestResult upload(String token, String path, byte[] file) {
        return mvc.post()
                .uri(API + path)
                .header("Authorization", "Bearer " + token)
                .multipart()
                .file(
                        new org.springframework.mock.web.MockMultipartFile(
                                "file", "municipalities.csv", "text/csv", file))
                .exchange();
    }

    /** A file with the fields that go along, to the API or to a page. */
    public MvcTestResult file(
            String token, String address, String name, byte[] file, Map<String, String> fields) {
        var request =
                mvc.post()
                        .uri(address)
                        .header("Authorization", "Bearer " + token)
                        .multipart()
                        .file(
                                new org.springframework.mock.web.MockMultipartFile(
                                        "file", name, "application/octet-stream", file));
        fields.forEach(request::param);
        return request.exchange();
    }

    /** Like anybody with a browser, without an account. */
    public MvcTestResult open(String address) {
        return mvc.get().uri(address).accept(MediaType.TEXT_HTML).exchange();
    }

    /** Sends a form without an account. */
    public MvcTestResult send(String address, Map<String, String> fields) {
        var request =
                mvc.post()
                        .uri(address)
                        .accept(MediaType.TEXT_HTML)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        fields.forEach(request::param);
        return request.exchange();
    }

    public MvcTestResult file(
            String token, String path, String name, byte[] file, boolean signedLetter) {
        return mvc.post()
                .uri(API + path)
                .header("Authorization", "Bearer " + token)
                .multipart()
                .file(
                        new org.springframework.mock.web.MockMultipartFile(
                                "file", name, "application/octet-stream", file))
                .param("signedLetter", String.valueOf(signedLetter))
                .exchange();
    }

    public MvcTestResult delete(String token, String path) {
        return mvc.delete().uri(API + path).header("Authorization", "Bearer " + token).exchange();
    }

    public MvcTestResult uploadPage(String token, String address, String act, byte[] file) {
        return mvc.post()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .header("Authorization", "Bearer " + token)
                .multipart()
                .file(
                        new org.springframework.mock.web.MockMultipartFile(
                                "file", "municipalities.csv", "text/csv", file))
                .param("act", act)
                .exchange();
    }

    public MvcTestResult page(String token, String address) {
        return mvc.get()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    public MvcTestResult submit(String token, String address, Map<String, ?> fields) {
        var request =
                mvc.post()
                        .uri(address)
                        .accept(MediaType.TEXT_HTML)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .header("Authorization", "Bearer " + token);
        fields.forEach((name, value) -> {
            var values = value instanceof List<?> list ? list : List.of(value);
            values.forEach(it -> request.param(name, String.valueOf(it)));
        });
        return request.exchange();
    }

    /** Sends a form as a script does. */
    public MvcTestResult autosave(String token, String address, Map<String, ?> fields) {
        var request =
                mvc.post()
                        .uri(address)
                        .accept(MediaType.APPLICATION_JSON)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .header("Authorization", "Bearer " + token);
        fields.forEach((name, value) -> request.param(name, String.valueOf(value)));
        return request.exchange();
    }

    public JsonNode body(MvcTestResult result) {
        try {
            return json.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A page as it is sent; one that breaks the rules of all pages fails here. */
    public String html(MvcTestResult result) {
        try {
            var html = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
            if (html.startsWith("<!DOCTYPE html>")) {
                RenderedPage.of(html).verify();
            }
            return html;
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The answer of a call that has to succeed. */
    public JsonNode ok(MvcTestResult result) {
        assertThat(result).hasStatus2xxSuccessful();
        return body(result);
    }

    private MvcTestResult send(HttpMethod method, String token, String path, Object body) {
        return mvc.method(method)
                .uri(API + path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    /** A map that may grow, for bodies of requests. */
    public static Map<String, Object> with(Object... keysAndValues) {
        var map = new HashMap<String, Object>();
        var all = new ArrayList<>(List.of(keysAndValues));
        for (var i = 0; i < all.size(); i += 2) {
            map.put((String) all.get(i), all.get(i + 1));
        }
        return map;
    }
}
