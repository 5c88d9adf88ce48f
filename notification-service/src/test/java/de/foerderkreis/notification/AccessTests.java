package de.foerderkreis.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platformtest.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint of the service, pages included, against every role. One that is missing here fails
 * the build. Whose data it is, is decided by function and organisation and tested with each
 * feature.
 */
@NotificationTest
class AccessTests {

    private static final Set<String> DISTRICT =
            Set.of(
                    "clerk",
                    "head",
                    "treasurer",
                    "landrat",
                    "council-secretary",
                    "auditor",
                    "admin");
    private static final Set<String> EVERYBODY =
            join(DISTRICT, Set.of("mayor", "municipal-official", "partner", "reviewer"));
    private static final Set<String> DELIVERIES = Set.of("clerk", "admin");
    private static final Set<String> PUBLIC = Set.of();

    private static final String API = "/api/notification/v1";
    private static final String ID = "01977e3c-4d2a-7c11-9f00-00000000000d";

    @Autowired MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Map<String, Rule> matrix = new LinkedHashMap<>();

    AccessTests() {
        api("GET", "/worklist", EVERYBODY, null);
        api("GET", "/search", EVERYBODY, null);
        api("GET", "/inbox", EVERYBODY, null);
        api("POST", "/inbox/{id}/read", EVERYBODY, "");
        api("POST", "/inbox/read-all", EVERYBODY, "");
        api("GET", "/preferences", EVERYBODY, null);
        api("PUT", "/preferences", EVERYBODY, "\"version\": 7, \"items\": []");
        api("GET", "/deliveries", DELIVERIES, null);
        api("GET", "/deliveries/{id}", DELIVERIES, null);
        api("POST", "/deliveries/{id}/resend", DELIVERIES, "");
        api("GET", "/demo/clock", EVERYBODY, null);
        api("POST", "/demo/clock", DISTRICT, "\"now\": \"2010-01-01T00:00:00Z\"");

        page("GET", "/", PUBLIC);
        page("GET", "/l/n/{token}", PUBLIC);
        page("POST", "/l/n/{token}", PUBLIC);
        page("GET", "/l/n/kalender/{token}.ics", PUBLIC);
        page("GET", "/suche", EVERYBODY);
        page("GET", "/kalender.ics", EVERYBODY);
        page("GET", "/nachrichten", EVERYBODY);
        page("GET", "/nachrichten/ungelesen", EVERYBODY);
        page("POST", "/nachrichten/{id}/gelesen", EVERYBODY);
        page("POST", "/nachrichten/alle-gelesen", EVERYBODY);
        page("GET", "/nachrichten/einstellungen", EVERYBODY);
        page("POST", "/nachrichten/einstellungen", EVERYBODY);
        page("POST", "/nachrichten/kalender/neu", EVERYBODY);
        page("POST", "/nachrichten/kalender/widerrufen", EVERYBODY);
        page("GET", "/nachrichten/zustellung", DELIVERIES);
        page("GET", "/nachrichten/zustellung/{id}", DELIVERIES);
        page("POST", "/nachrichten/zustellung/{id}/erneut", DELIVERIES);
        page("GET", "/demo", EVERYBODY);
        page("POST", "/demo/geschichte", EVERYBODY);
        page("POST", "/demo/clock/next", EVERYBODY);
        page("POST", "/demo/clock/to", EVERYBODY);
    }

    @Test
    void everyEndpointStandsInTheMatrix() {
        assertThat(mapped()).isEqualTo(new TreeSet<>(matrix.keySet()));
    }

    @Test
    void everyRoleMayDoWhatTheMatrixSaysAndNothingElse() {
        var wrong = new ArrayList<String>();
        matrix.forEach((endpoint, rule) ->
                EVERYBODY.forEach(role -> {
                    if (rule.allowed().isEmpty() || endpoint.equals("POST /demo/clock/next")) {
                        // Public; and a button that would turn the one clock eleven times.
                        return;
                    }
                    var status = call(endpoint, rule, role);
                    if ((status == 403) == rule.allowed().contains(role)
                            || status == 401
                            || status >= 500) {
                        wrong.add(endpoint + " as " + role + " answers " + status);
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyGetsInWithoutATokenWhereItIsNotPublic() {
        matrix.forEach((endpoint, rule) -> {
            if (rule.allowed().isEmpty()) {
                assertThat(call(endpoint, rule, null)).as(endpoint).isNotIn(401, 403, 500);
            } else {
                assertThat(call(endpoint, rule, null)).as(endpoint).isEqualTo(401);
            }
        });
    }

    private int call(String endpoint, Rule rule, String role) {
        var method = HttpMethod.valueOf(endpoint.substring(0, endpoint.indexOf(' ')));
        var address =
                endpoint.substring(endpoint.indexOf(' ') + 1)
                        .replace("{id}", ID)
                        .replace("{token}", "nonsense");
        var request = mvc.method(method).uri(address);
        if (role != null) {
            request.header("Authorization", "Bearer " + token(role));
        }
        if (rule.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).content("{" + rule.body() + "}");
        } else if (method == HttpMethod.POST) {
            request.contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .param("version", "7")
                    .param("action", "end");
        }
        return request.exchange().getResponse().getStatus();
    }

    private static String token(String role) {
        return switch (role) {
            case "mayor", "municipal-official" -> Tokens.of("05998001", role);
            case "partner" -> Tokens.of("05998-p", role);
            case "reviewer" -> Tokens.of("05-mais", role);
            default -> Tokens.of("05998", role);
        };
    }

    private TreeSet<String> mapped() {
        var endpoints = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType()
                            .getName()
                            .startsWith("de.foerderkreis.notification.")) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        mapping.getPatternValues()
                                                .forEach(path ->
                                                        endpoints.add(method + " " + path)));
                    }
                });
        return endpoints;
    }

    private void api(String method, String path, Set<String> allowed, String body) {
        matrix.put(method + " " + API + path, new Rule(allowed, body));
    }

    private void page(String method, String path, Set<String> allowed) {
        matrix.put(method + " " + path, new Rule(allowed, null));
    }

    private static Set<String> join(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }

    private record Rule(Set<String> allowed, String body) {}
}
