package de.foerderkreis.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person at the portal, as a script: signs in through the same two pages a browser sees and then
 * speaks to the gateway with nothing but the session cookie.
 */
public final class PortalClient {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI portal;
    private final HttpClient http;
    private final HttpClient unfollowing;
    private final LoopbackCookies cookies = new LoopbackCookies();
    private final String name;
    private final @Nullable String bearer;
    private @Nullable SignInPages pages;

    private PortalClient(URI portal, String name, @Nullable String bearer) {
        this.portal = portal;
        this.name = name;
        this.bearer = bearer;
        this.http = client(HttpClient.Redirect.NORMAL);
        this.unfollowing = client(HttpClient.Redirect.NEVER);
    }

    private HttpClient client(HttpClient.Redirect redirects) {
        return HttpClient.newBuilder()
                .cookieHandler(cookies)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(redirects)
                .build();
    }

    /** A visitor who does not sign in. */
    public static PortalClient visitor(URI portal) {
        return new PortalClient(portal, "visitor", null);
    }

    /** A machine that carries an access token of its own. */
    public static PortalClient bearing(URI portal, String token) {
        return new PortalClient(portal, "bearer", token);
    }

    /**
     * Signs in by name and password; never proves more than that.
     *
     * @throws IllegalStateException if the identity provider does not let this person in
     */
    public static PortalClient signIn(URI portal, String user, String password) {
        return signIn(portal, user, password, null);
    }

    /**
     * Signs in by name and password, and answers with a confirmation code whenever a service asks
     * for a second factor: what was asked for is then done, once more, after signing in with it.
     *
     * @param codeSecret of this person's authenticator, {@code null} if there is none
     * @throws IllegalStateException if the identity provider does not let this person in
     */
    public static PortalClient signIn(
            URI portal, String user, String password, @Nullable String codeSecret) {
        var client = new PortalClient(portal, user, null);
        client.pages = new SignInPages(user, password, codeSecret);
        client.throughSignIn(client.get("/login"));
        return client;
    }

    /**
     * Signs in with the second factor now, as if a service had asked for it.
     *
     * @throws IllegalStateException if this person has no second factor or it is not taken
     */
    public void stepUp() {
        throughSignIn(
                send(
                        http,
                        html("/login/bestaetigung?stufe=2&alter=300&ziel=%2Flogin%2Ffertig")
                                .GET()
                                .build()));
    }

    /**
     * Works for another of this person's organisations from now on; also the answer to the question
     * after signing in. Needs no password.
     *
     * @param organisation its key, for example {@code 05382036}
     */
    public void workFor(String organisation) {
        throughSignIn(submit("/organisation", Map.of("organisation", organisation, "ziel", "/")));
    }

    /** Fills in whatever page of the identity provider this is, and the ones after it. */
    private Answer throughSignIn(Answer first) {
        var page = first;
        var signIn = pages;
        for (int step = 0; step < 5 && signIn != null && SignInPages.asks(page); step++) {
            page =
                    send(
                            http,
                            HttpRequest.newBuilder(SignInPages.action(page))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(form(signIn.fields(page)))
                                    .build());
        }
        if (page.status() >= 400 || SignInPages.asks(page)) {
            throw new IllegalStateException(
                    "%s could not sign in: %d at %s".formatted(name, page.status(), page.uri()));
        }
        return page;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Fetches a page the way a browser asks for one. */
    public Answer page(String path) {
        return send(html(path).GET());
    }

    private HttpRequest.Builder html(String path) {
        return HttpRequest.newBuilder(portal.resolve(path)).header("Accept", "text/html");
    }

    public Answer post(String path, Object body) {
        return send(json(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer put(String path, Object body) {
        return send(json(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Sends a request of any method, for those who probe what is refused. */
    public Answer call(
            String method, String path, @Nullable String body, Map<String, String> headers) {
        var request =
                request(path)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return send(request);
    }

    /** As {@link #call}, but shows a redirect instead of following it. */
    public Answer callOnce(
            String method, String path, @Nullable String body, Map<String, String> headers) {
        var request =
                request(path)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return send(unfollowing, request.build());
    }

    /** Posts a form the way a page without script does. */
    public Answer submit(String path, Map<String, String> fields) {
        return send(
                html(path)
                        .header("Origin", origin())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(form(fields)));
    }

    /** Uploads one file as {@code multipart/form-data}. */
    public Answer upload(String path, String filename, String type, byte[] content) {
        return upload(path, filename, type, content, Map.of());
    }

    /** Uploads one file with the fields that go along. */
    public Answer upload(
            String path, String filename, String type, byte[] content, Map<String, String> fields) {
        var boundary = "foerderkreis-" + Integer.toHexString(filename.hashCode());
        var body = new ByteArrayOutputStream();
        fields.forEach((field, value) ->
                body.writeBytes(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, field, value)
                                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                                .formatted(boundary, filename, type))
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Value of a cookie at the portal, {@code null} if there is none. */
    public @Nullable String cookie(String cookie) {
        return cookies.manager().getCookieStore().get(portal).stream()
                .filter(it -> it.getName().equals(cookie))
                .map(it -> it.getValue())
                .findFirst()
                .orElse(null);
    }

    /** Drops every cookie, as if the session had expired. */
    public void forgetSession() {
        cookies.manager().getCookieStore().removeAll();
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(portal.resolve(path))
                        .timeout(PATIENCE)
                        .header("Accept", "application/json, application/problem+json")
                        .header("Accept-Language", "de")
                        .header("Origin", origin());
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request;
    }

    private String origin() {
        return portal.getScheme() + "://" + portal.getAuthority();
    }

    private static BodyPublisher form(Map<String, String> fields) {
        return BodyPublishers.ofString(
                fields.entrySet().stream()
                        .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends the request, and once more after a second factor if that is what is missing. */
    private Answer send(HttpRequest.Builder request) {
        var built = request.build();
        var answer = send(http, built);
        if (pages == null || !pages.knowsCodes()) {
            return answer;
        }
        if (answer.wantsSecondFactor()) {
            stepUp();
            return send(http, built);
        }
        // A page that is only read leads to the identity provider by itself, and back.
        return SignInPages.asksForCode(answer) ? throughSignIn(answer) : answer;
    }

    private Answer send(HttpClient client, HttpRequest built) {
        try {
            HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
            return new Answer(
                    name,
                    built.method(),
                    response.uri(),
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.headers().map().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            it -> it.getKey().toLowerCase(),
                                            it -> String.join(", ", it.getValue()))));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(built.method() + " " + built.uri(), unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for " + built.uri(), stopped);
        }
    }

    /** What came back, with enough of the question to explain a surprise. */
    public record Answer(
            String who,
            String method,
            URI uri,
            int status,
            String body,
            String type,
            Map<String, String> headers) {

        /**
         * Insists on one of these status codes.
         *
         * @throws IllegalStateException naming request, status and body otherwise
         */
        public Answer expect(int... allowed) {
            for (int code : allowed) {
                if (code == status) {
                    return this;
                }
            }
            throw new IllegalStateException(
                    "%s %s as %s answered %d: %s"
                            .formatted(
                                    method,
                                    uri,
                                    who,
                                    status,
                                    body.substring(0, Math.min(body.length(), 2000))));
        }

        /** Whether a service, or the page the gateway made of it, asks for a second factor. */
        public boolean wantsSecondFactor() {
            return status == 401
                    && (body.contains("urn:foerderkreis:problem:second-factor-required")
                            || body.contains("/login/bestaetigung?"));
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String text(String field) {
            return json().path(field).asString();
        }
    }
}
