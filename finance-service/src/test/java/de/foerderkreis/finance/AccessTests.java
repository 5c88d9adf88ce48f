package de.foerderkreis.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platformtest.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Endpoint × role × own or foreign object, over HTTP. The endpoints come from the mappings; one
 * that is missing from the matrix fails.
 */
@FinanceTest
class AccessTests {

    private static final String TOWN = Desk.TROISDORF;
    private static final String FOREIGN_TOWN = "05382060";
    private static final Set<String> DISTRICT =
            Set.of("treasurer", "clerk", "head", "landrat", "council-secretary", "auditor");
    private static final Map<String, String> CALLERS = callers();

    /** Who gets through the door; everybody else is turned away with 403. */
    private enum Door {
        /** Only the treasury. */
        TREASURY,
        /** Readers of the district. */
        DISTRICT_READS,
        /** These, and the towns that were asked; another town gets 404. */
        DISTRICT_AND_ASKED_TOWN,
        /** These, and every town, which sees only its own. */
        DISTRICT_AND_TOWNS
    }

    private static final Map<String, Door> MATRIX =
            Map.ofEntries(
                    Map.entry("POST /api/finance/v1/levy-bases/import", Door.TREASURY),
                    Map.entry("GET /api/finance/v1/levy-bases", Door.DISTRICT_READS),
                    Map.entry("GET /api/finance/v1/levy-bases/{id}", Door.DISTRICT_READS),
                    Map.entry("POST /api/finance/v1/levy-bases/{id}/publication", Door.TREASURY),
                    Map.entry("GET /api/finance/v1/levy-rates/{year}", Door.DISTRICT_READS),
                    Map.entry("PUT /api/finance/v1/levy-rates/{year}", Door.TREASURY),
                    Map.entry("GET /api/finance/v1/cases/{caseId}/cost-plan", Door.DISTRICT_READS),
                    Map.entry("PUT /api/finance/v1/cases/{caseId}/cost-plan", Door.TREASURY),
                    Map.entry(
                            "GET /api/finance/v1/cases/{caseId}/cost-plan/versions",
                            Door.DISTRICT_READS),
                    Map.entry(
                            "GET /api/finance/v1/cases/{caseId}/cost-plan/versions/{version}",
                            Door.DISTRICT_READS),
                    Map.entry("POST /api/finance/v1/cases/{caseId}/cost-plan/lock", Door.TREASURY),
                    Map.entry(
                            "POST /api/finance/v1/cases/{caseId}/cost-plan/release", Door.TREASURY),
                    Map.entry("POST /api/finance/v1/cases/{caseId}/levy-effects", Door.TREASURY),
                    Map.entry(
                            "GET /api/finance/v1/cases/{caseId}/levy-effects",
                            Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry(
                            "GET /api/finance/v1/cases/{caseId}/levy-effect",
                            Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry(
                            "GET /api/finance/v1/levy-effects/{id}", Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry(
                            "GET /api/finance/v1/levy-effects/{id}/table.csv",
                            Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry(
                            "GET /api/finance/v1/levy-effects/{id}/inputs",
                            Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry(
                            "GET /api/finance/v1/cases/{caseId}/staffing-plan",
                            Door.DISTRICT_READS),
                    Map.entry("PUT /api/finance/v1/cases/{caseId}/staffing-plan", Door.TREASURY),
                    Map.entry(
                            "GET /api/finance/v1/cases/{caseId}/staffing-plan/versions",
                            Door.DISTRICT_READS),
                    Map.entry(
                            "GET /api/finance/v1/cases/{caseId}/staffing-plan/versions/{version}",
                            Door.DISTRICT_READS),
                    Map.entry(
                            "POST /api/finance/v1/cases/{caseId}/cost-plan/import", Door.TREASURY),
                    Map.entry("GET /api/finance/v1/cases/{caseId}/annexes/1", Door.DISTRICT_READS),
                    Map.entry("GET /api/finance/v1/cases/{caseId}/annexes/2", Door.DISTRICT_READS),
                    Map.entry(
                            "GET /api/finance/v1/levy-effects/{id}/table.xlsx",
                            Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry("GET /finanzen/{caseId}/stellen", Door.DISTRICT_READS),
                    Map.entry("POST /finanzen/{caseId}/stellen", Door.TREASURY),
                    Map.entry("GET /finanzen/{caseId}/kosten/vergleich", Door.DISTRICT_READS),
                    Map.entry("GET /finanzen/{caseId}/kosten/plan.xlsx", Door.DISTRICT_READS),
                    Map.entry("GET /finanzen/{caseId}/kosten/datei", Door.TREASURY),
                    Map.entry("POST /finanzen/{caseId}/kosten/datei", Door.TREASURY),
                    Map.entry(
                            "GET /finanzen/{caseId}/umlage/vergleich",
                            Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry(
                            "GET /finanzen/{caseId}/umlage/tabelle.xlsx",
                            Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry("GET /finanzen", Door.DISTRICT_AND_TOWNS),
                    Map.entry("GET /finanzen/{caseId}/kosten", Door.DISTRICT_READS),
                    Map.entry("POST /finanzen/{caseId}/kosten", Door.TREASURY),
                    Map.entry("POST /finanzen/{caseId}/kosten/abschluss", Door.TREASURY),
                    Map.entry("POST /finanzen/{caseId}/kosten/oeffnung", Door.TREASURY),
                    Map.entry("GET /finanzen/{caseId}/umlage", Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry("POST /finanzen/{caseId}/umlage", Door.TREASURY),
                    Map.entry(
                            "GET /finanzen/{caseId}/umlage/tabelle.csv",
                            Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry(
                            "GET /finanzen/{caseId}/umlage/{ags:\\d{8}}",
                            Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry(
                            "GET /finanzen/{caseId}/umlage/{ags:\\d{8}}/warum",
                            Door.DISTRICT_AND_ASKED_TOWN),
                    Map.entry("GET /finanzen/umlagegrundlagen", Door.DISTRICT_READS),
                    Map.entry("GET /finanzen/umlagegrundlagen/{id}", Door.DISTRICT_READS),
                    Map.entry("POST /finanzen/umlagegrundlagen", Door.TREASURY),
                    Map.entry(
                            "POST /finanzen/umlagegrundlagen/{id}/veroeffentlichung",
                            Door.TREASURY),
                    Map.entry("POST /finanzen/umlagegrundlagen/satz", Door.TREASURY));

    @Autowired Desk desk;
    @Autowired MockMvcTester mvc;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyEndpointOfThisServiceIsInTheMatrix() {
        assertThat(endpoints()).isEqualTo(new TreeSet<>(MATRIX.keySet()));
    }

    @Test
    void everyRoleGetsExactlyWhatItMay() {
        UUID caseId = desk.plannedCase();
        String effect = desk.calculated(caseId).get("id").asString();
        desk.body(
                desk.put(
                        Desk.TREASURER,
                        Desk.DEMO_STAFF.formatted(0),
                        "/api/finance/v1/cases/{id}/staffing-plan",
                        caseId),
                200);
        String base = desk.publishedBase().toString();
        desk.roundOpens(caseId, Instant.parse("2014-02-17T09:00:00Z"), List.of(TOWN));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        desk.get(Tokens.mayor(TOWN), "/api/finance/v1/levy-effects/{id}", effect)
                                        .getResponse()
                                        .getStatus()
                                == 200);
        var wrong = new ArrayList<String>();
        MATRIX.forEach((endpoint, door) -> {
            String path =
                    endpoint.substring(endpoint.indexOf(' ') + 1)
                            .replace("{caseId}", caseId.toString())
                            .replace("{id}", endpoint.contains("levy-effects") ? effect : base)
                            .replace("{ags:\\d{8}}", TOWN)
                            .replace("{year}", "2014")
                            .replace("{version}", "1");
            CALLERS.forEach((caller, token) -> {
                int status = status(endpoint, path, token);
                if (!fits(door, caller, status)) {
                    wrong.add(endpoint + " as " + caller + " answered " + status);
                }
            });
            int anonymous = status(endpoint, path, null);
            if (anonymous != 401) {
                wrong.add(endpoint + " without a login answered " + anonymous);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void theScriptsOfTheDistrictReadTheEffect() {
        UUID caseId = desk.plannedCase();
        desk.calculated(caseId);
        String script =
                Tokens.custom()
                        .organisations(Desk.DISTRICT)
                        .roles("auditor")
                        .machine("script-05382")
                        .sign();

        desk.body(desk.get(script, "/api/finance/v1/cases/{id}/levy-effect", caseId), 200);
    }

    private static boolean fits(Door door, String caller, int status) {
        boolean district = DISTRICT.contains(caller);
        boolean town = caller.startsWith("mayor") || caller.startsWith("official");
        boolean inside =
                switch (door) {
                    case TREASURY -> caller.equals("treasurer");
                    case DISTRICT_READS -> district;
                    case DISTRICT_AND_ASKED_TOWN, DISTRICT_AND_TOWNS -> district || town;
                };
        if (!inside) {
            return status == 403;
        }
        if (door == Door.DISTRICT_AND_ASKED_TOWN && town && caller.endsWith(FOREIGN_TOWN)) {
            return status == 404;
        }
        // A treasurer's empty command is refused for what it says, not for who says it.
        return door == Door.TREASURY
                ? status != 401 && status != 403 && status != 404 && status < 500
                : status == 200;
    }

    private int status(String endpoint, String path, String token) {
        var verb = HttpMethod.valueOf(endpoint.substring(0, endpoint.indexOf(' ')));
        var request = mvc.method(verb).uri(URI.create(path));
        if (token != null) {
            request = request.header("Authorization", "Bearer " + token);
        }
        if (endpoint.endsWith("/import")) {
            var upload =
                    mvc.post()
                            .uri(URI.create(path))
                            .multipart()
                            .file(new MockMultipartFile("file", new byte[0]))
                            .param("year", "2014")
                            .param("version", "99")
                            .param("status", "FINAL");
            return (token == null ? upload : upload.header("Authorization", "Bearer " + token))
                    .exchange()
                    .getResponse()
                    .getStatus();
        }
        if (path.startsWith("/finanzen")) {
            request =
                    request.accept(MediaType.TEXT_HTML)
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .content("version=99");
        } else {
            // Bodies are read before the door is looked at, so each has to be a readable one.
            boolean effect = endpoint.startsWith("POST") && endpoint.endsWith("/levy-effects");
            boolean rate = endpoint.startsWith("PUT") && endpoint.contains("/levy-rates/");
            request =
                    request.contentType(MediaType.APPLICATION_JSON)
                            .content(effect || rate ? "{}" : "{\"version\": 99}");
        }
        return request.exchange().getResponse().getStatus();
    }

    private Set<String> endpoints() {
        var endpoints = new TreeSet<String>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType()
                            .getPackageName()
                            .startsWith("de.foerderkreis.finance")) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb ->
                                        mapping.getPatternValues()
                                                .forEach(it -> endpoints.add(verb + " " + it)));
                    }
                });
        return endpoints;
    }

    private static Map<String, String> callers() {
        Map<String, String> callers = new LinkedHashMap<>();
        for (String role :
                List.of(
                        "treasurer",
                        "clerk",
                        "head",
                        "landrat",
                        "council-secretary",
                        "auditor",
                        "admin")) {
            callers.put(role, Tokens.of(Desk.DISTRICT, role));
        }
        callers.put("mayor of " + TOWN, Tokens.mayor(TOWN));
        callers.put("official of " + TOWN, Tokens.official(TOWN));
        callers.put("mayor of " + FOREIGN_TOWN, Tokens.mayor(FOREIGN_TOWN));
        callers.put("official of " + FOREIGN_TOWN, Tokens.official(FOREIGN_TOWN));
        callers.put("partner", Tokens.partner("05382-caritas"));
        callers.put("reviewer", Tokens.reviewer("05-mais"));
        callers.put("clerk of a town", Tokens.of(TOWN, "clerk"));
        return callers;
    }
}
