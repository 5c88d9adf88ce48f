package de.foerderkreis.platformtest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * Access tokens as the realm issues them, signed with a key of this JVM whose key set is served
 * over HTTP, so that a test passes through the same checks as a person. The subject is the
 * organisation and its first role, {@code 05382068:mayor}, unless a test says otherwise.
 */
public final class Tokens {

    private static final RSAKey KEY = key();
    private static final String BASE = serve();
    private static final List<String> SERVICES =
            List.of(
                    "application-service",
                    "finance-service",
                    "stakeholder-service",
                    "notification-service",
                    "sample-service");

    private Tokens() {}

    /** What stands as {@code iss} in the tokens. */
    public static String issuer() {
        return BASE + "/realms/foerderkreis";
    }

    /** Address of the key set. */
    public static String keySet() {
        return BASE + "/realms/foerderkreis/protocol/openid-connect/certs";
    }

    public static String clerk(String district) {
        return of(district, "clerk");
    }

    public static String head(String district) {
        return of(district, "head");
    }

    public static String treasurer(String district) {
        return of(district, "treasurer");
    }

    public static String landrat(String district) {
        return of(district, "landrat");
    }

    public static String councilSecretary(String district) {
        return of(district, "council-secretary");
    }

    public static String auditor(String district) {
        return of(district, "auditor");
    }

    public static String admin(String district) {
        return of(district, "admin");
    }

    public static String mayor(String ags) {
        return of(ags, "mayor");
    }

    public static String official(String ags) {
        return of(ags, "municipal-official");
    }

    public static String partner(String alias) {
        return of(alias, "partner");
    }

    public static String reviewer(String alias) {
        return of(alias, "reviewer");
    }

    /** A token of one organisation with these realm roles, as the realm spells them. */
    public static String of(String organisation, String... roles) {
        return custom().organisations(organisation).roles(roles).sign();
    }

    /**
     * The same after signing in with a second factor this very moment, as
     * {@code @FreshSecondFactor} asks for.
     */
    public static String steppedUp(String organisation, String... roles) {
        return custom().organisations(organisation).roles(roles).secondFactor().sign();
    }

    /** A token that differs in more than that. */
    public static Custom custom() {
        return new Custom();
    }

    /** Collects the claims of one token. */
    public static final class Custom {

        private List<String> organisations = List.of();
        private List<String> roles = List.of();
        private List<String> audience = SERVICES;
        private String subject = "";
        private String username = "";
        private String name = "";
        private String issuer = Tokens.issuer();
        private Duration lifetime = Duration.ofMinutes(30);
        private String acr = "1";
        private Duration signedIn = Duration.ofHours(1);

        private Custom() {}

        public Custom organisations(String... aliases) {
            this.organisations = List.of(aliases);
            return this;
        }

        public Custom roles(String... realmRoles) {
            this.roles = List.of(realmRoles);
            return this;
        }

        public Custom audience(String... services) {
            this.audience = List.of(services);
            return this;
        }

        public Custom subject(String value) {
            this.subject = value;
            return this;
        }

        public Custom username(String value) {
            this.username = value;
            return this;
        }

        public Custom name(String value) {
            this.name = value;
            return this;
        }

        /** A client's own token, without a person. */
        public Custom machine(String client) {
            return username("service-account-" + client);
        }

        public Custom issuer(String value) {
            this.issuer = value;
            return this;
        }

        /**
         * Negative: already over, by more than the tolerated clock skew of a minute if it is below
         * that.
         */
        public Custom lifetime(Duration value) {
            this.lifetime = value;
            return this;
        }

        /** How the person signed in: {@code 1} by password, {@code 2} with a second factor too. */
        public Custom acr(String value) {
            this.acr = value;
            return this;
        }

        /** How long ago the person signed in; an hour unless a test says otherwise. */
        public Custom signedIn(Duration ago) {
            this.signedIn = ago;
            return this;
        }

        /** Signed in with a second factor this very moment. */
        public Custom secondFactor() {
            return acr("2").signedIn(Duration.ZERO);
        }

        public String sign() {
            var defaultSubject =
                    (organisations.isEmpty() ? "nobody" : organisations.getFirst())
                            + ":"
                            + (roles.isEmpty() ? "none" : roles.getFirst());
            var now = Instant.now();
            var claims =
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .subject(subject.isEmpty() ? defaultSubject : subject)
                            .audience(audience)
                            .issueTime(Date.from(now.minusSeconds(3600)))
                            .expirationTime(Date.from(now.plus(lifetime)))
                            .claim(
                                    "preferred_username",
                                    username.isEmpty() ? defaultSubject : username)
                            .claim("name", name.isEmpty() ? defaultSubject : name)
                            .claim("realm_access", Map.of("roles", roles))
                            .claim("organization", organisations)
                            .claim("acr", acr)
                            .claim("auth_time", now.minus(signedIn).getEpochSecond())
                            .build();
            try {
                var token =
                        new SignedJWT(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID(KEY.getKeyID())
                                        .build(),
                                claims);
                token.sign(new RSASSASigner(KEY));
                return token.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException("The token could not be signed", e);
            }
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("tests").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key for the tokens", e);
        }
    }

    private static String serve() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext(
                    "/realms/foerderkreis/protocol/openid-connect/certs",
                    exchange -> {
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, keys.length);
                        try (var body = exchange.getResponseBody()) {
                            body.write(keys);
                        }
                    });
            server.setExecutor(runnable -> Thread.ofVirtual().start(runnable));
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("The key set cannot be served", e);
        }
    }
}
