package de.foerderkreis.stakeholder;

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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint of the service, pages included, against every role. One that is missing here fails
 * the build.
 */
@StakeholderTest
class AccessTests {

    private static final Set<String> DISTRICT =
            Set.of("clerk", "head", "treasurer", "landrat", "council-secretary", "auditor");
    private static final Set<String> TOWN = Set.of("mayor", "municipal-official");
    private static final Set<String> ROUND_READERS = join(DISTRICT, TOWN);
    private static final Set<String> MEMBERS = join(ROUND_READERS, Set.of("admin", "partner"));
    private static final Set<String> CONTACTS =
            Set.of("clerk", "head", "council-secretary", "admin");
    private static final Set<String> MASTER_DATA = Set.of("clerk", "admin");
    private static final Set<String> CLERK = Set.of("clerk");
    private static final Set<String> RUNS = Set.of("clerk", "head");
    private static final Set<String> MAYOR = Set.of("mayor");
    private static final Set<String> HEAD = Set.of("head");
    private static final Set<String> BURDEN = Set.of("clerk", "treasurer");
    private static final Set<String> ALL_ROLES = join(MEMBERS, Set.of("reviewer"));
    private static final Set<String> PARTNER_ROLE = Set.of("partner");
    private static final Set<String> BODY_READERS = join(ROUND_READERS, PARTNER_ROLE);
    private static final Set<String> COOPERATION_READERS = join(DISTRICT, PARTNER_ROLE);

    /** Open without a token; the secret in the address is the key. */
    private static final Set<String> EVERYBODY = ALL_ROLES;

    private static final String API = "/api/stakeholder/v1";
    private static final String ID = "01977e3c-4d2a-7c11-9f00-00000000000d";
    private static final String CASE = "\"caseId\": \"" + ID + "\"";
    private static final String HOLDER =
            """
            "salutation": "FRAU", "name": "B", "email": "b@b.example", "validFrom": "2009-10-21"\
            """;
    private static final String PARTNER =
            """
            "name": "P", "category": "OTHER", "email": "p@p.example", "contactName": "C", "salutation": "NEUTRAL", "language": "de",
            "subscriptions": [], "hasAccount": false\
            """;
    private static final String STATEMENT =
            "\"position\": \"REJECT\", \"reasons\": [], \"text\": \"\"";

    @Autowired MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Map<String, Rule> matrix = new LinkedHashMap<>();

    AccessTests() {
        api("GET", "/district", MEMBERS, null);
        api("PUT", "/district", MASTER_DATA, "\"version\": 7, \"name\": \"K\", \"quietDays\": []");
        api("GET", "/municipalities", MEMBERS, null);
        api("GET", "/municipalities/{ags}", MEMBERS, null);
        api("POST", "/municipalities/import", MASTER_DATA, null);
        api("GET", "/office-holders", CONTACTS, null);
        api(
                "POST",
                "/office-holders",
                MASTER_DATA,
                "\"organisation\": \"05999001\", \"function\": \"MAYOR\", " + HOLDER);
        api("PUT", "/office-holders/{id}", MASTER_DATA, "\"version\": 0, " + HOLDER);
        api("GET", "/partners", CONTACTS, null);
        api("GET", "/partners/{alias}", join(CONTACTS, Set.of("partner")), null);
        api("POST", "/partners", MASTER_DATA, "\"slug\": \"p\", " + PARTNER);
        api(
                "PUT",
                "/partners/{alias}",
                MASTER_DATA,
                "\"version\": 0, \"active\": true, " + PARTNER);
        api("GET", "/rounds", ROUND_READERS, null);
        api("GET", "/rounds/{id}", ROUND_READERS, null);
        api("GET", "/rounds/{id}/tally", DISTRICT, null);
        api(
                "POST",
                "/rounds",
                CLERK,
                "\"caseId\": \""
                        + ID
                        + "\", \"title\": \"T\", \"kind\": \"HEARING\", \"dueOn\": \"2030-03-04\"");
        api("POST", "/rounds/{id}/opening", RUNS, "\"version\": 0");
        api(
                "POST",
                "/rounds/{id}/extension",
                RUNS,
                "\"version\": 0, \"dueOn\": \"2030-03-04\", \"reason\": \"R\"");
        api("POST", "/rounds/{id}/closing", RUNS, "\"version\": 0");
        api("POST", "/rounds/{id}/cancellation", CLERK, "\"version\": 0, \"reason\": \"R\"");
        api("POST", "/rounds/{id}/reminders", CLERK, "\"ags\": [\"05999001\"]");
        api("POST", "/rounds/{id}/receipt-confirmation", TOWN, "");
        api(
                "POST",
                "/rounds/{id}/extension-request",
                TOWN,
                "\"until\": \"2030-03-04\", \"reason\": \"R\"");
        api("GET", "/rounds/{roundId}/statement", TOWN, null);
        api("PUT", "/rounds/{roundId}/statement", TOWN, STATEMENT);
        api("POST", "/rounds/{roundId}/statement/sign-off-request", TOWN, "\"version\": 0");
        api("POST", "/rounds/{roundId}/statement/submission", MAYOR, "\"version\": 0");
        api("GET", "/rounds/{roundId}/statements", ROUND_READERS, null);
        api("GET", "/rounds/{roundId}/statements/{id}", ROUND_READERS, null);
        api(
                "POST",
                "/rounds/{roundId}/statements",
                CLERK,
                "\"ags\": \"05999001\", \"channel\": \"LETTER\", \"receivedAt\": \"2014-02-20T09:00:00Z\", "
                        + STATEMENT);

        api("GET", "/follow-ups", DISTRICT, null);
        api("GET", "/follow-ups/{id}", DISTRICT, null);
        api("POST", "/follow-ups", CLERK, "\"caseId\": \"" + ID + "\", \"title\": \"T\"");
        api(
                "POST",
                "/follow-ups/{id}/postponement",
                CLERK,
                "\"version\": 0, \"dueOn\": \"2030-03-04\", \"reason\": \"R\"");
        api("POST", "/follow-ups/{id}/completion", CLERK, "\"version\": 0, \"reason\": \"R\"");
        api("POST", "/follow-ups/{id}/dismissal", CLERK, "\"version\": 0, \"reason\": \"R\"");

        // bodies, meetings, follow-ups, cooperation
        api("GET", "/bodies", BODY_READERS, null);
        api("GET", "/bodies/{id}", BODY_READERS, null);
        api(
                "POST",
                "/bodies",
                CLERK,
                "\"code\": \"HVB\", \"name\": \"N\", \"kind\": \"OFFICIAL_MEETING\"");
        api("PUT", "/bodies/{id}", CLERK, "\"version\": 0, \"name\": \"N\"");
        api(
                "POST",
                "/bodies/{id}/members",
                CLERK,
                "\"organisation\": \"05999001\", \"function\": \"F\", \"validFrom\": \"2014-01-01\"");
        api(
                "POST",
                "/bodies/{id}/members/municipalities",
                CLERK,
                "\"function\": \"F\", \"validFrom\": \"2014-01-01\"");
        api("POST", "/bodies/{id}/members/{memberId}/end", CLERK, "\"validTo\": \"2014-01-01\"");
        api(
                "POST",
                "/bodies/{id}/mandates",
                CLERK,
                CASE + ", \"phase\": 1, \"text\": \"T\", \"grantedOn\": \"2014-01-01\"");
        api("GET", "/meetings", BODY_READERS, null);
        api("GET", "/meetings/{id}", BODY_READERS, null);
        api(
                "POST",
                "/meetings",
                CLERK,
                "\"bodyId\": \"" + ID + "\", \"plan\": {\"heldOn\": \"2014-01-01\"}");
        api(
                "PUT",
                "/meetings/{id}",
                CLERK,
                "\"version\": 0, \"plan\": {\"heldOn\": \"2014-01-01\"}");
        api("GET", "/meetings/{id}/invitation", BODY_READERS, null);
        api("POST", "/meetings/{id}/invitation", CLERK, null);
        api("GET", "/meetings/{id}/minutes", BODY_READERS, null);
        api("POST", "/meetings/{id}/minutes", CLERK, null);
        api("PUT", "/meetings/{id}/position", CLERK, CASE + ", \"position\": \"MIXED\"");
        api("POST", "/meetings/{id}/requests", CLERK, CASE + ", \"title\": \"T\"");
        api("POST", "/meetings/{id}/founding", CLERK, CASE + ", \"bodyVersion\": 0");
        api("GET", "/cooperations", COOPERATION_READERS, null);
        api("GET", "/cooperations/{id}", COOPERATION_READERS, null);
        api(
                "POST",
                "/cooperations",
                CLERK,
                CASE
                        + ", \"partners\": [\"05999-nobody\"], \"dueOn\": \"2030-03-04\", \"text\": \"T\"");
        api("POST", "/cooperations/{id}/invitations", CLERK, "");
        api("POST", "/cooperations/{id}/letter", CLERK, null);
        api("GET", "/cooperations/{id}/letter", DISTRICT, null);
        api(
                "POST",
                "/cooperations/{id}/answer",
                PARTNER_ROLE,
                "\"version\": 0, \"confirms\": true, \"function\": \"F\"");
        consultation();

        page("GET", "/kommunen", MEMBERS);
        page("GET", "/kommunen/{ags}", MEMBERS);
        page("POST", "/kommunen/einlesen", MASTER_DATA);
        page("GET", "/partner", CONTACTS);
        page("GET", "/partner/neu", MASTER_DATA);
        page("POST", "/partner/neu", MASTER_DATA);
        page("GET", "/partner/{alias}", CONTACTS);
        page("POST", "/partner/{alias}", MASTER_DATA);
        page("GET", "/personen", CONTACTS);
        page("GET", "/personen/neu", MASTER_DATA);
        page("POST", "/personen/neu", MASTER_DATA);
        page("GET", "/personen/{id}", CONTACTS);
        page("POST", "/personen/{id}", MASTER_DATA);
        page("GET", "/beteiligung", ROUND_READERS);
        page("GET", "/beteiligung/neu", CLERK);
        page("POST", "/beteiligung/neu", CLERK);
        page("GET", "/beteiligung/{id}", ROUND_READERS);
        page("GET", "/beteiligung/{id}/versand", RUNS);
        page("POST", "/beteiligung/{id}/versand", RUNS);
        page("POST", "/beteiligung/{id}/erinnerung", CLERK);
        page("GET", "/beteiligung/{id}/verlaengerung", RUNS);
        page("POST", "/beteiligung/{id}/verlaengerung", RUNS);
        page("POST", "/beteiligung/{id}/abschluss", RUNS);
        page("POST", "/beteiligung/{id}/empfang", TOWN);
        page("GET", "/beteiligung/{id}/fristbitte", TOWN);
        page("POST", "/beteiligung/{id}/fristbitte", TOWN);
        page("GET", "/beteiligung/{roundId}/stellungnahme", TOWN);
        page("POST", "/beteiligung/{roundId}/stellungnahme", TOWN);
        page("GET", "/beteiligung/{roundId}/stellungnahme/vorschau", TOWN);
        page("POST", "/beteiligung/{roundId}/stellungnahme/abgabe", MAYOR);
        page("GET", "/beteiligung/{roundId}/stellungnahme/quittung/{id}", TOWN);
        page("GET", "/beteiligung/{roundId}/stellungnahmen/{id}", ROUND_READERS);
        page("GET", "/beteiligung/{roundId}/eingang", CLERK);
        page("POST", "/beteiligung/{roundId}/eingang", CLERK);
        // bodies, meetings, follow-ups, cooperation
        page("GET", "/gremien", BODY_READERS);
        page("GET", "/gremien/{id}", BODY_READERS);
        clerkForm("/gremien/neu");
        clerkForm("/gremien/{id}/bearbeiten");
        clerkForm("/gremien/{id}/sitze");
        clerkForm("/gremien/{id}/sitze/{memberId}/ende");
        clerkForm("/gremien/{id}/mandat");
        page("GET", "/gremien/anliegen", DISTRICT);
        page("GET", "/gremien/anliegen/{id}", DISTRICT);
        page("POST", "/gremien/anliegen/{id}", CLERK);
        clerkForm("/gremien/anliegen/neu");
        page("GET", "/sitzungen", BODY_READERS);
        page("GET", "/sitzungen/{id}", BODY_READERS);
        page("GET", "/sitzungen/{id}/einladung", BODY_READERS);
        page("GET", "/sitzungen/{id}/niederschrift", BODY_READERS);
        clerkForm("/sitzungen/neu");
        clerkForm("/sitzungen/{id}/bearbeiten");
        clerkForm("/sitzungen/{id}/unterlagen");
        clerkForm("/sitzungen/{id}/haltung");
        clerkForm("/sitzungen/{id}/anliegen");
        clerkForm("/sitzungen/{id}/gruendung");
        page("GET", "/partner/zusammenarbeit", COOPERATION_READERS);
        page("GET", "/partner/zusammenarbeit/{id}", COOPERATION_READERS);
        clerkForm("/partner/zusammenarbeit/neu");
        page("POST", "/partner/zusammenarbeit/{id}/link", CLERK);
        page("POST", "/partner/zusammenarbeit/{id}/antwort", PARTNER_ROLE);
        clerkForm("/partner/zusammenarbeit/{id}/brief");
        page("GET", "/partner/zusammenarbeit/{id}/brief/datei", DISTRICT);
        page("GET", "/l/{token}", EVERYBODY);
        page("POST", "/l/{token}", EVERYBODY);
        page("POST", "/l/{token}/neu", EVERYBODY);
    }

    private void clerkForm(String address) {
        page("GET", address, CLERK);
        page("POST", address, CLERK);
    }

    /** Letters, statement desk, coding, checks, synopsis. */
    private void consultation() {
        var decision = "\"granted\": false, \"reason\": \"R\"";
        api("POST", "/rounds/{id}/extension-requests/{ags}/decision", RUNS, decision);
        api(
                "POST",
                "/rounds/{id}/supplement-announcement",
                TOWN,
                "\"until\": \"2030-03-04\", \"reason\": \"R\"");
        api("GET", "/rounds/{roundId}/letters", ROUND_READERS, null);
        api("GET", "/rounds/{roundId}/letter-text", DISTRICT, null);
        api("PUT", "/rounds/{roundId}/letter-text", CLERK, "\"text\": \"T\"");
        api("GET", "/signing", TOWN, null);
        api("PUT", "/signing", MAYOR, "\"version\": 7, \"signing\": \"PAPER\"");
        api("GET", "/rounds/{roundId}/statement/files", TOWN, null);
        api("POST", "/rounds/{roundId}/statement/files", TOWN, null);
        api("DELETE", "/rounds/{roundId}/statement/files/{fileId}", TOWN, null);
        api("GET", "/rounds/{roundId}/statement/comments", TOWN, null);
        api("POST", "/rounds/{roundId}/statement/comments", TOWN, "\"comment\": \"C\"");
        api("DELETE", "/rounds/{roundId}/statement/comments/{commentId}", TOWN, null);
        api("GET", "/documents/{sha256}", DISTRICT, null);
        api(
                "PUT",
                "/rounds/{roundId}/statements/{id}/reasons",
                CLERK,
                "\"reasons\": [\"EXTRA_COST\"]");
        api(
                "POST",
                "/rounds/{roundId}/statements/{id}/objection",
                TOWN,
                "\"version\": 0, \"text\": \"T\"");
        api("POST", "/rounds/{roundId}/statements/{id}/files", CLERK, null);
        api("GET", "/rounds/{roundId}/burden-checks", DISTRICT, null);
        api(
                "POST",
                "/rounds/{roundId}/burden-checks/{ags}/decision",
                BURDEN,
                "\"version\": 0, \"outcome\": \"EQUAL_BENEFIT\", \"reason\": \"R\"");
        api("GET", "/rounds/{roundId}/synopsis", ROUND_READERS, null);
        api(
                "PUT",
                "/rounds/{roundId}/synopsis/answers",
                CLERK,
                "\"answers\": [{\"ags\": \"05999001\", \"answer\": \"A\"}]");
        api(
                "POST",
                "/rounds/{roundId}/synopsis/release",
                HEAD,
                "\"contentSha256\": \"" + "0".repeat(64) + "\"");
        api("POST", "/rounds/{roundId}/synopsis/publication", RUNS, "");

        page("GET", "/beteiligung/{id}/fristbitten/{ags}", RUNS);
        page("POST", "/beteiligung/{id}/fristbitten/{ags}", RUNS);
        page("GET", "/beteiligung/{id}/nachtrag", TOWN);
        page("POST", "/beteiligung/{id}/nachtrag", TOWN);
        page("GET", "/beteiligung/{id}/auswertung", ROUND_READERS);
        page("GET", "/beteiligung/{roundId}/anschreiben", ROUND_READERS);
        page("GET", "/beteiligung/{roundId}/anschreiben/{ags}", DISTRICT);
        page("GET", "/beteiligung/{roundId}/anschreiben/text", CLERK);
        page("POST", "/beteiligung/{roundId}/anschreiben/text", CLERK);
        page("GET", "/beteiligung/unterschrift", TOWN);
        page("POST", "/beteiligung/unterschrift", MAYOR);
        page("POST", "/beteiligung/{roundId}/stellungnahme/zwischenstand", TOWN);
        page("POST", "/beteiligung/{roundId}/stellungnahme/notizen/{commentId}/entfernen", TOWN);
        page("GET", "/beteiligung/{roundId}/stellungnahme/dateien", TOWN);
        page("POST", "/beteiligung/{roundId}/stellungnahme/dateien", TOWN);
        page("GET", "/beteiligung/{roundId}/stellungnahme/dateien/{fileId}", TOWN);
        page("POST", "/beteiligung/{roundId}/stellungnahme/dateien/{fileId}/entfernen", TOWN);
        page("POST", "/beteiligung/{roundId}/stellungnahmen/{id}/gruende", CLERK);
        page("POST", "/beteiligung/{roundId}/stellungnahmen/{id}/einwand", TOWN);
        page("POST", "/beteiligung/{roundId}/stellungnahmen/{id}/dateien", CLERK);
        page("GET", "/beteiligung/{roundId}/stellungnahmen/{id}/dateien/{fileId}", ROUND_READERS);
        page("GET", "/beteiligung/{roundId}/pruefung/{ags}", DISTRICT);
        page("POST", "/beteiligung/{roundId}/pruefung/{ags}", BURDEN);
        page("GET", "/beteiligung/{roundId}/synopse", ROUND_READERS);
        page("GET", "/beteiligung/{roundId}/synopse.csv", ROUND_READERS);
        page("GET", "/beteiligung/{roundId}/synopse/{ags}", CLERK);
        page("POST", "/beteiligung/{roundId}/synopse/{ags}", CLERK);
        page("POST", "/beteiligung/{roundId}/synopse/freigabe", HEAD);
        page("POST", "/beteiligung/{roundId}/synopse/veroeffentlichung", RUNS);
        page("GET", "/beteiligung/{roundId}/anhang-6", DISTRICT);
    }

    @Test
    void everyEndpointStandsInTheMatrix() {
        assertThat(mapped()).isEqualTo(new TreeSet<>(matrix.keySet()));
    }

    @Test
    void everyRoleMayDoWhatTheMatrixSaysAndNothingElse() {
        var wrong = new ArrayList<String>();
        matrix.forEach((endpoint, rule) ->
                ALL_ROLES.forEach(role -> {
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
    void nobodyGetsInWithoutAToken() {
        matrix.forEach((endpoint, rule) ->
                assertThat(call(endpoint, rule, null))
                        .as(endpoint)
                        .isEqualTo(endpoint.contains(" /l/{token}") ? 404 : 401));
    }

    private int call(String endpoint, Rule rule, String role) {
        var method = HttpMethod.valueOf(endpoint.substring(0, endpoint.indexOf(' ')));
        var address =
                endpoint.substring(endpoint.indexOf(' ') + 1)
                        .replaceAll("\\{(id|roundId|memberId|fileId|commentId)}", ID)
                        .replace("{token}", "nonsense")
                        .replace("{sha256}", "0".repeat(64))
                        .replace("{ags}", "05999001")
                        .replace("{alias}", "05999-p");
        if (endpoint.matches(
                "POST .*(import|einlesen|files|dateien|/minutes|/invitation|/letter)")) {
            var upload =
                    mvc.post()
                            .uri(address)
                            .multipart()
                            .file(new MockMultipartFile("file", "m.csv", "text/csv", new byte[0]))
                            .param("receivedOn", "2014-02-17")
                            .param("function", "F");
            if (role != null) {
                upload.header("Authorization", "Bearer " + token(role));
            }
            return upload.exchange().getResponse().getStatus();
        }
        var request = mvc.method(method).uri(address);
        if (role != null) {
            request.header("Authorization", "Bearer " + token(role));
        }
        if (rule.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).content("{" + rule.body() + "}");
        } else if (method == HttpMethod.POST) {
            request.contentType(MediaType.APPLICATION_FORM_URLENCODED).param("version", "0");
        }
        return request.exchange().getResponse().getStatus();
    }

    private static String token(String role) {
        return switch (role) {
            case "mayor", "municipal-official" -> Tokens.of("05999001", role);
            case "partner" -> Tokens.of("05999-p", role);
            case "reviewer" -> Tokens.of("05-mais", role);
            default -> Tokens.of("05999", role);
        };
    }

    private TreeSet<String> mapped() {
        var endpoints = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType()
                            .getName()
                            .startsWith("de.foerderkreis.stakeholder.")) {
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
