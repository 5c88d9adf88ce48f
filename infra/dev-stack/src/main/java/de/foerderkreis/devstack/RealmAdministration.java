package de.foerderkreis.devstack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keycloak's administration interface, as far as a realm has to be kept like its files. */
final class RealmAdministration {

    /** Client of the launcher in the realm {@code master}. */
    static final String CLIENT = "dev-stack";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String keycloak;
    private final String token;

    RealmAdministration(String keycloak, String secret) throws IOException {
        this.keycloak = keycloak;
        this.token = token(keycloak, secret);
    }

    private static String token(String keycloak, String secret) throws IOException {
        var form =
                "grant_type=client_credentials&client_id="
                        + CLIENT
                        + "&client_secret="
                        + encoded(secret);
        var answer =
                Http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                keycloak
                                                        + "/realms/master/protocol/openid-connect/token"))
                                .timeout(LIMIT)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build());
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak gives the launcher no token: " + answer.body());
        }
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    /**
     * Keycloak's own command-line client may exchange a password for a token by default; nobody may
     * here.
     */
    void forbidPasswordGrant(String realm) throws IOException {
        var client = client(realm, "admin-cli");
        client.put("directAccessGrantsEnabled", false);
        send("PUT", "/" + realm + "/clients/" + client.path("id").asString(), client);
    }

    /** Brings clients, and the memberships of their service accounts, to what the files say. */
    void follow(String realm, JsonNode wanted) throws IOException {
        for (JsonNode client : wanted.path("clients")) {
            var present = client(realm, client.path("clientId").asString());
            for (var setting : client.properties()) {
                // Mappers have a resource of their own; sent here, they would be added a second
                // time.
                if (!setting.getKey().equals("protocolMappers")) {
                    present.set(setting.getKey(), setting.getValue());
                }
            }
            send("PUT", "/" + realm + "/clients/" + present.path("id").asString(), present);
        }
        for (JsonNode organisation : wanted.path("organizations")) {
            for (JsonNode member : organisation.path("members")) {
                var name = member.path("username").asString();
                if (name.startsWith("service-account-")) {
                    join(realm, organisation.path("alias").asString(), name);
                }
            }
        }
    }

    private void join(String realm, String alias, String user) throws IOException {
        var userId =
                first("/" + realm + "/users?exact=true&username=" + encoded(user))
                        .path("id")
                        .asString();
        for (JsonNode organisation : get("/" + realm + "/organizations?max=1000")) {
            if (organisation.path("alias").asString().equals(alias)) {
                var members =
                        "/"
                                + realm
                                + "/organizations/"
                                + organisation.path("id").asString()
                                + "/members";
                var answer = request("POST", members, JSON.writeValueAsString(userId));
                if (!Set.of(201, 204, 409).contains(answer.statusCode())) {
                    throw new IOException(
                            user + " cannot become a member of " + alias + ": " + answer.body());
                }
                return;
            }
        }
        throw new IOException("There is no organisation " + alias);
    }

    private ObjectNode client(String realm, String clientId) throws IOException {
        return (ObjectNode) first("/" + realm + "/clients?clientId=" + encoded(clientId));
    }

    private JsonNode first(String path) throws IOException {
        var found = get(path).path(0);
        if (found.isMissingNode()) {
            throw new IOException("Keycloak knows nothing under " + path);
        }
        return found;
    }

    private JsonNode get(String path) throws IOException {
        return JSON.readTree(checked(request("GET", path, null)).body());
    }

    private void send(String method, String path, JsonNode body) throws IOException {
        checked(request(method, path, body.toString()));
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "Keycloak answers "
                            + answer.statusCode()
                            + " to "
                            + answer.uri()
                            + ": "
                            + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> request(
            String method, String path, @org.jspecify.annotations.Nullable String body)
            throws IOException {
        return Http.send(
                HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms" + path))
                        .timeout(LIMIT)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
