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
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

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
    private final Map<String, Person> refreshTokens = new ConcurrentHashMap<>();

    final AtomicInteger renewals = new AtomicInteger();
    final AtomicInteger refusedRenewals = new AtomicInteger();
    final List<Map<String, String>> logouts = new java.util.concurrent.CopyOnWriteArrayList<>();
    volatile Duration accessLifetime = Duration.ofMinutes(5);
    volatile Duration renewalTakes = Duration.ZERO;
    volatile boolean failing;
    volatile Person next = new Person("clerk", "Anna Muster", "05382", List.of("clerk"), "sid-0");

    record Person(
            String subject, String name, String organisation, List<String> roles, String sid) {}

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
                json(exchange, 200, tokens(next, begun.get("nonce")));
            }
        } else {
            renew(exchange, form);
        }
    }

    private void renew(HttpExchange exchange, Map<String, String> form) throws IOException {
        var person = refreshTokens.remove(form.getOrDefault("refresh_token", ""));
        var until = System.nanoTime() + renewalTakes.toNanos();
        while (System.nanoTime() < until) {
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
        if (person == null) {
            refusedRenewals.incrementAndGet();
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            renewals.incrementAndGet();
            json(exchange, 200, tokens(person, null));
        }
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

    private String tokens(Person person, String nonce) {
        var refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, person);
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
                .formatted(
                        accessToken(person, accessLifetime),
                        accessLifetime.toSeconds(),
                        refresh,
                        id);
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
