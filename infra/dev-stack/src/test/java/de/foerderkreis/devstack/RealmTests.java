package de.foerderkreis.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RealmTests {

    private static final String AUDIENCE = "oidc-audience-mapper";

    @TempDir Path data;
    private ObjectNode realm;

    @BeforeEach
    void render() throws IOException {
        realm = new Realm(Setup.of(Options.forTest(data, 9180))).render();
    }

    @Test
    void noPlaceholderIsLeft() {
        assertThat(realm.toString()).doesNotContain("${");
    }

    @Test
    void theFilesThemselvesHoldNoSecret() throws IOException {
        for (Path file : Realm.files(Options.findRoot())) {
            assertThat(Files.readString(file))
                    .doesNotContainPattern("\"(secret|value)\": \"(?!\\$\\{secret\\.)")
                    .doesNotContainPattern(
                            "\"secretData\": (?!\"\\{\\\\\"value\\\\\":\\\\\"\\$\\{secret\\.)");
        }
    }

    @Test
    void nobodyMayExchangeAPasswordForAToken() {
        assertThat(entries("clients"))
                .allSatisfy(client -> {
                    assertThat(client.path("directAccessGrantsEnabled").booleanValue(true))
                            .isFalse();
                    assertThat(client.path("implicitFlowEnabled").booleanValue(true)).isFalse();
                });
        assertThat(entries("clients"))
                .extracting(c -> c.path("clientId").asString())
                .contains("admin-cli");
    }

    @Test
    void theGatewayTakesCodesWithPkceAtItsOwnAddressOnly() {
        var gateway = named("clients", "clientId", "gateway");
        assertThat(gateway.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(gateway.path("redirectUris").toString())
                .isEqualTo("[\"http://localhost:9180/login/oauth2/code/keycloak\"]");
        assertThat(gateway.path("webOrigins")).isEmpty();
        assertThat(gateway.at("/attributes/backchannel.logout.url").asString())
                .startsWith("http://127.0.0.1:9180/");
    }

    @Test
    void tokensNameEveryServiceAsAudienceAndTheOrganisation() {
        for (String name : List.of("gateway", "script-05382", "partner-jobcenter-system")) {
            var client = named("clients", "clientId", name);
            assertThat(client.path("protocolMappers"))
                    .filteredOn(m -> m.path("protocolMapper").asString().equals(AUDIENCE))
                    .extracting(m -> m.at("/config/included.client.audience").asString())
                    .containsExactlyInAnyOrderElementsOf(DevStack.SERVICES.subList(1, 5));
            var scopes = name.equals("gateway") ? "optionalClientScopes" : "defaultClientScopes";
            assertThat(client.path(scopes).toString()).contains("\"organization\"");
            assertThat(client.path("fullScopeAllowed").booleanValue(true)).isFalse();
        }
    }

    @Test
    void everyUserBelongsToOneOrganisationAndTheJointOfficeToTwo() {
        var memberships = new TreeMap<String, Integer>();
        entries("organizations")
                .forEach(o ->
                        o.path("members")
                                .forEach(m ->
                                        memberships.merge(
                                                m.path("username").asString(), 1, Integer::sum)));
        assertThat(memberships)
                .hasSize(entries("users").size())
                .allSatisfy((user, count) ->
                        assertThat(count).isEqualTo(user.equals("official-joint-office") ? 2 : 1));
    }

    @Test
    void thereAreNineteenTownsWithAMayorAndAnOfficialEach() {
        assertThat(entries("organizations"))
                .filteredOn(o -> o.path("alias").asString().matches("05382\\d{3}"))
                .hasSize(19)
                .allSatisfy(town ->
                        assertThat(town.path("members"))
                                .extracting(
                                        m -> m.path("username").asString().replaceAll("-.*", ""))
                                .startsWith("mayor", "official")
                                .isSubsetOf("mayor", "official"));
    }

    @Test
    void everyDemoUserHasASecondFactorAndIsAskedForItByLevel() {
        assertThat(entries("users"))
                .filteredOn(user -> !user.has("serviceAccountClientId"))
                .hasSize(49)
                .allSatisfy(user ->
                        assertThat(user.path("credentials"))
                                .extracting(c -> c.path("type").asString())
                                .containsExactly("password", "otp"));
        assertThat(realm.path("browserFlow").asString()).isEqualTo("foerderkreis browser");
        assertThat(realm.at("/attributes/acr.loa.map").asString())
                .isEqualTo("{\"1\":\"1\",\"2\":\"2\"}");
        assertThat(named("authenticatorConfig", "alias", "level 2").at("/config/loa-max-age"))
                .as("a code counts for the sign-in it was given for and no other")
                .hasToString("\"0\"");
        assertThat(realm.path("otpPolicyCodeReusable").booleanValue(true)).isFalse();
    }

    @Test
    void bruteForceIsSlowedAndNobodyRegisters() {
        assertThat(realm.path("bruteForceProtected").booleanValue()).isTrue();
        assertThat(realm.path("registrationAllowed").booleanValue(true)).isFalse();
        assertThat(realm.path("accessTokenLifespan").intValue()).isEqualTo(300);
    }

    @Test
    void entriesOfTheSameNameAreMergedAndOthersAdded() throws IOException {
        var below =
                Files.writeString(
                        data.resolve("a.json"),
                        """
                        {"name": "${x}", "organizations": [{"alias": "1", "members": [{"username": "a"}]}]}\
                        """);
        var above =
                Files.writeString(
                        data.resolve("b.json"),
                        """
                        {"organizations": [{"alias": "1", "members": [{"username": "b"}]}, {"alias": "2"}]}\
                        """);
        assertThat(RealmTemplate.render(List.of(below, above), Map.of("x", "y$1")::get).toString())
                .isEqualTo(
                        """
                        {"name":"y$1","organizations":[{"alias":"1","members":[{"username":"a"},{"username":"b"}]},{"alias":"2"}]}\
                        """);
    }

    @Test
    void anUnknownPlaceholderIsNamed() {
        var broken = new Realm(Setup.of(Options.forTest(data, 9180)));
        assertThatThrownBy(() ->
                        RealmTemplate.render(List.of(placeholderFile()), p -> broken.value(p)))
                .hasMessageContaining("${portall}");
    }

    private Path placeholderFile() throws IOException {
        return Files.writeString(data.resolve("c.json"), "{\"url\": \"${portall}\"}");
    }

    private List<JsonNode> entries(String list) {
        return StreamSupport.stream(realm.path(list).spliterator(), false).toList();
    }

    private JsonNode named(String list, String key, String name) {
        return entries(list).stream()
                .filter(e -> e.path(key).asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
