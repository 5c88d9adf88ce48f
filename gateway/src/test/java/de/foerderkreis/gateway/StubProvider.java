package de.foerderkreis.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An identity provider with Keycloak's paths: code flow that insists on PKCE, rotating refresh
 * tokens, signed tokens, logout.
 */
final class StubProvider {

    static final String SECRET = "the-secret-of-the-gateway";

    private final RSAKey key;
    private final RSAKey strangersKey;
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, Person> directoryTokens = new ConcurrentHashMap<>();

    final AtomicInteger renewals = new AtomicInteger();
    final AtomicInteger refusedRenewals = new AtomicInteger();
    final List<Map<String, String>> logouts = new java.util.concurrent.CopyOnWriteArrayList<>();
    volatile Duration accessLifetime = Duration.ofMinutes(5);
    volatile Duration renewalTakes = Duration.ZERO;
    volatile boolean failing;

    /** Whether a wanted level of authentication is ignored, as by a badly configured provider. */
    volatile boolean weak;

    /** What a person may work for besides the organisation they are named with, by subject. */
    final Map<String, List<String>> more = new ConcurrentHashMap<>();

    volatile Person next = new Person("clerk", "Anna Muster", "05382", List.of("clerk"), "sid-0");

    record Person(
            String subject, String name, String organisation, List<String> roles, String sid) {}

    /** What one authorization was for; renewing changes nothing about it. */
    private record Grant(Person person, String scope, String acr, Instant signedIn) {

        Optional<String> organisation() {
            return Arrays.stream(scope.split(" "))
                    .filter(it -> it.startsWith("organization:"))
                    .map(it -> it.substring("organization:".length()))
                    .findFirst();
        }
    }

    StubProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("provider").generate();
            strangersKey = new RSAKeyGenerator(2048).keyID("provider").generate();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        var base = "/realms/foerderkreis/protocol/openid-connect";
        server.createContext(base + "/auth", this::authorize);
        server.createContext(base + "/token", this::token);
        server.createContext(
                base + "/certs",
                exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(base + "/logout", this::logout);
        server.createContext("/realms/foerderkreis/account/organizations", this::organisations);
        server.setExecutor(runnable -> Thread.ofVirtual().start(runnable));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String issuer() {
        return address() + "/realms/foerderkreis";
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var query = fields(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        var begun = new HashMap<>(query);
        codes.put(code, begun);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        query.get("redirect_uri")
                                + "?code="
                                + code
                                + "&state="
                                + encoded(query.get("state")));
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        var form =
                fields(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        ("gateway:" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (failing) {
            json(exchange, 503, "{\"error\":\"temporarily_unavailable\"}");
        } else if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if ("authorization_code".equals(form.get("grant_type"))) {
            var begun = codes.remove(form.getOrDefault("code", ""));
            if (begun == null
                    || !"S256".equals(begun.get("code_challenge_method"))
                    || !challenge(form.getOrDefault("code_verifier", ""))
                            .equals(begun.get("code_challenge"))
                    || !form.getOrDefault("redirect_uri", "").equals(begun.get("redirect_uri"))) {
                json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            } else {
                json(exchange, 200, tokens(grant(begun), begun.get("nonce")));
            }
        } else {
            renew(exchange, form);
        }
    }

    private void renew(HttpExchange exchange, Map<String, String> form) throws IOException {
        var grant = refreshTokens.remove(form.getOrDefault("refresh_token", ""));
        var until = System.nanoTime() + renewalTakes.toNanos();
        while (System.nanoTime() < until) {
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
        if (grant == null) {
            refusedRenewals.incrementAndGet();
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            renewals.incrementAndGet();
            json(exchange, 200, tokens(grant, null));
        }
    }

    private Grant grant(Map<String, String> begun) {
        var proven = begun.containsKey("acr_values") && !weak;
        return new Grant(
                next,
                begun.getOrDefault("scope", ""),
                proven ? begun.get("acr_values") : "1",
                proven ? Instant.now() : Instant.now().minusSeconds(3600));
    }

    private void organisations(HttpExchange exchange) throws IOException {
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        var person = bearer == null ? null : directoryTokens.get(bearer.replace("Bearer ", ""));
        if (person == null) {
            json(exchange, 401, "{\"error\":\"HTTP 401 Unauthorized\"}");
            return;
        }
        var all = new ArrayList<String>(more.getOrDefault(person.subject(), List.of()));
        if (!person.organisation().isEmpty()) {
            all.add(person.organisation());
        }
        json(
                exchange,
                200,
                all.stream()
                        .map(it ->
                                "{\"id\":\"x\",\"name\":\"Gemeinde %s\",\"alias\":\"%s\",\"enabled\":true,\"domains\":[]}"
                                        .formatted(it, it))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private void logout(HttpExchange exchange) throws IOException {
        var query = fields(exchange.getRequestURI().getRawQuery());
        logouts.add(query);
        exchange.getResponseHeaders().set("Location", query.get("post_logout_redirect_uri"));
        answer(exchange, 302, "");
    }

    /** Every refresh token handed out so far is worthless from now on. */
    void endAllRefreshTokens() {
        refreshTokens.clear();
    }

    private String tokens(Grant grant, String nonce) {
        var person = grant.person();
        var refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, grant);
        var access = accessToken(grant);
        if (grant.scope().contains("memberships")) {
            directoryTokens.put(access, person);
        }
        var id =
                sign(
                        key,
                        JOSEObjectType.JWT,
                        claims(person, Duration.ofMinutes(5))
                                .audience("gateway")
                                .claim("nonce", nonce)
                                .claim("sid", person.sid())
                                .build());
        return "{\"token_type\":\"Bearer\",\"access_token\":\"%s\",\"expires_in\":%d,\"refresh_token\":\"%s\",\"id_token\":\"%s\"}"
                .formatted(access, accessLifetime.toSeconds(), refresh, id);
    }

    private String accessToken(Grant grant) {
        var claims =
                claims(grant.person(), accessLifetime)
                        .audience(List.of("application-service", "finance-service"))
                        .claim("realm_access", Map.of("roles", grant.person().roles()))
                        .claim("acr", grant.acr())
                        .claim("auth_time", grant.signedIn().getEpochSecond());
        grant.organisation().ifPresent(it -> claims.claim("organization", List.of(it)));
        return sign(key, JOSEObjectType.JWT, claims.build());
    }

    String accessToken(Person person, Duration lifetime) {
        return sign(key, JOSEObjectType.JWT, accessClaims(person, lifetime));
    }

    String strangersToken(Person person) {
        return sign(strangersKey, JOSEObjectType.JWT, accessClaims(person, Duration.ofMinutes(5)));
    }

    private JWTClaimsSet accessClaims(Person person, Duration lifetime) {
        return claims(person, lifetime)
                .audience(List.of("application-service", "finance-service"))
                .claim("organization", List.of(person.organisation()))
                .claim("realm_access", Map.of("roles", person.roles()))
                .build();
    }

    String logoutToken(Person person) {
        return sign(key, new JOSEObjectType("logout+jwt"), logoutClaims(person));
    }

    String strangersLogoutToken(Person person) {
        return sign(strangersKey, new JOSEObjectType("logout+jwt"), logoutClaims(person));
    }

    private JWTClaimsSet logoutClaims(Person person) {
        return claims(person, Duration.ofMinutes(2))
                .audience("gateway")
                .claim("sid", person.sid())
                .claim(
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .build();
    }

    private JWTClaimsSet.Builder claims(Person person, Duration lifetime) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(person.subject())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim("name", person.name())
                .claim("preferred_username", person.subject());
    }

    private static String sign(RSAKey key, JOSEObjectType type, JWTClaimsSet claims) {
        try {
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .type(type)
                                    .keyID(key.getKeyID())
                                    .build(),
                            claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> fields(String form) {
        var fields = new HashMap<String, String>();
        for (var pair : (form == null ? "" : form).split("&")) {
            var mark = pair.indexOf('=');
            if (mark > 0) {
                fields.put(decoded(pair.substring(0, mark)), decoded(pair.substring(mark + 1)));
            }
        }
        return fields;
    }

    static Map<String, String> query(URI address) {
        return fields(address.getRawQuery());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(exchange, status, body);
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
