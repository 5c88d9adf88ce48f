package de.foerderkreis.platformtest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The auditor's side of a service over HTTP. Pages and API come from the platform, so the matrix of
 * who may enter stands here once and every service runs it.
 */
public final class AuditPages {

    private static final List<String> OTHERS_OF_THE_DISTRICT =
            List.of("clerk", "head", "treasurer", "landrat", "council-secretary");

    private final MockMvcTester mvc;
    private final String service;

    public AuditPages(MockMvcTester mvc, String service) {
        this.mvc = mvc;
        this.service = service;
    }

    /** Every address times every role: what answers otherwise than it should. */
    public List<String> wrongDoors(String district) {
        var wrong = new ArrayList<String>();
        endpoints()
                .forEach((endpoint, role) -> {
                    expect(wrong, endpoint, null, "nobody", 401);
                    for (var other : others(district, role).entrySet()) {
                        expect(wrong, endpoint, other.getValue(), other.getKey(), 403);
                    }
                    int status = status(endpoint, Tokens.of(district, role));
                    if (status == 401 || status == 403 || status >= 500) {
                        wrong.add("%s as %s answers %d".formatted(endpoint, role, status));
                    }
                });
        return wrong;
    }

    private Map<String, String> endpoints() {
        var page = "/pruefung/" + service;
        var api = "/api/" + service + "/v1/audit";
        return Map.of(
                "GET " + page, "auditor",
                "GET " + page + "/kette", "auditor",
                "GET " + api, "auditor",
                "GET " + api + "/verification", "auditor",
                "GET " + api + "/export", "auditor",
                "POST " + api + "/personal-values/erasure", "admin");
    }

    private static Map<String, String> others(String district, String inside) {
        var others = new java.util.LinkedHashMap<String, String>();
        OTHERS_OF_THE_DISTRICT.forEach(role -> others.put(role, Tokens.of(district, role)));
        var other = inside.equals("auditor") ? "admin" : "auditor";
        others.put(other, Tokens.of(district, other));
        others.put("mayor", Tokens.mayor(district + "068"));
        others.put("official", Tokens.official(district + "068"));
        others.put("a town's " + inside, Tokens.of(district + "068", inside));
        others.put("partner", Tokens.partner(district + "-caritas"));
        others.put("reviewer", Tokens.reviewer("05-mais"));
        return others;
    }

    private void expect(
            List<String> wrong, String endpoint, @Nullable String token, String who, int expected) {
        int status = status(endpoint, token);
        if (status != expected) {
            wrong.add("%s as %s answers %d".formatted(endpoint, who, status));
        }
    }

    private int status(String endpoint, @Nullable String token) {
        var parts = endpoint.split(" ");
        var request =
                mvc.method(HttpMethod.valueOf(parts[0]))
                        .uri(URI.create(parts[1]))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}");
        return (token == null ? request : request.header("Authorization", "Bearer " + token))
                .exchange()
                .getResponse()
                .getStatus();
    }

    /** A page of the trail as the district's auditor sees it; {@code behind} begins with / or ?. */
    public String page(String district, String behind) {
        return text(get("/pruefung/" + service + behind, Tokens.auditor(district)));
    }

    private MvcTestResult get(String address, String token) {
        return mvc.get()
                .uri(URI.create(address))
                .accept(MediaType.TEXT_HTML)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static String text(MvcTestResult result) {
        if (result.getResponse().getStatus() != 200) {
            throw new AssertionError("answered " + result.getResponse().getStatus());
        }
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
