package de.foerderkreis.devstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One of the five services. */
final class Service implements Part {

    private final Setup setup;
    private final Postgres postgres;
    private final Kafka kafka;
    private final String name;

    Service(Setup setup, Postgres postgres, Kafka kafka, String name) {
        this.setup = setup;
        this.postgres = postgres;
        this.kafka = kafka;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /** Keycloak is not waited for: its keys are fetched with the first token. */
    @Override
    public Set<String> after() {
        return name.equals("gateway") ? Set.of(Postgres.NAME) : Set.of(Postgres.NAME, Kafka.NAME);
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(180);
    }

    @Override
    public Launch prepare() throws IOException {
        var extracted = new ExtractedJar(jar());
        extracted.extract();
        return new Launch(cache(extracted).command(List.of()), environment());
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        return Http.isOk(URI.create(address() + "/actuator/health/readiness"));
    }

    String address() {
        return "http://127.0.0.1:" + setup.ports().of(name);
    }

    /** The trial run ends where the service would begin to serve. */
    @Override
    public void train() throws IOException {
        var extracted = new ExtractedJar(jar());
        if (!cache(extracted).exists()) {
            extracted.extract();
            cache(extracted)
                    .train(
                            name,
                            List.of("-Dspring.context.exit=onRefresh"),
                            List.of(),
                            environment(),
                            setup);
        }
    }

    private AotCache cache(ExtractedJar extracted) {
        var key = Objects.hash(flags(), Runtime.version().toString());
        return new AotCache(
                extracted.folder().resolve(Integer.toHexString(key) + ".aot"),
                flags(),
                List.of("-jar", extracted.jar().toString()));
    }

    private List<String> flags() {
        var flags = new ArrayList<>(Setup.jvm(setup.options().speed() ? "512m" : "256m"));
        if (!setup.options().speed()) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        return flags;
    }

    private Path jar() throws IOException {
        var target = setup.options().root().resolve(name).resolve("target");
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, name + "-*.jar")) {
                for (Path jar : jars) {
                    if (!jar.getFileName().toString().matches(".*-(sources|javadoc|tests)\\.jar")) {
                        return jar;
                    }
                }
            }
        }
        throw new StackFailure(
                name
                        + " is not built; run ./start, or mvn package, in "
                        + setup.options().root()
                        + ".");
    }

    private Map<String, String> environment() {
        var database = name.replace("-service", "");
        var secrets = setup.secrets();
        var environment = new HashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        if (setup.options().today()) {
            // One morning for all services: they start seconds apart, and the clock stands still.
            var berlin = ZoneId.of("Europe/Berlin");
            environment.put(
                    "FOERDERKREIS_CLOCK_START",
                    LocalDate.now(berlin)
                            .atTime(8, 0)
                            .atZone(berlin)
                            .toOffsetDateTime()
                            .toString());
        }
        environment.put("FK_PORT", Integer.toString(setup.ports().of(name)));
        environment.put("FK_BIND", "127.0.0.1");
        environment.put("FK_DB_URL", postgres.url(database));
        for (String role : List.of("owner", "app", "relay")) {
            var prefix = "FK_DB_" + role.toUpperCase(java.util.Locale.ROOT);
            environment.put(prefix + "_USER", database + "_" + role);
            environment.put(prefix + "_PASSWORD", secrets.get(Secrets.database(database, role)));
        }
        environment.put("FK_KAFKA", kafka.bootstrap());
        // Spring's own names: an installation signs in to its broker in the way it must.
        kafka.login(database)
                .forEach((setting, value) ->
                        environment.put(
                                "SPRING_KAFKA_PROPERTIES_"
                                        + setting.replace('.', '_')
                                                .toUpperCase(java.util.Locale.ROOT),
                                value));
        environment.put("FK_ISSUER", setup.issuer());
        environment.put(
                "FK_JWKS",
                setup.keycloakInternalUrl()
                        + "/realms/"
                        + Setup.REALM
                        + "/protocol/openid-connect/certs");
        environment.put("FK_KEYCLOAK_INTERNAL", setup.keycloakInternalUrl());
        environment.put("FK_PORTAL_URL", setup.portalUrl());
        environment.put("FK_LINK_SECRET", secrets.get(Secrets.LINK));
        if (name.equals("gateway")) {
            environment.put("FK_SESSION_KEY", secrets.get(Secrets.SESSION_KEY));
            environment.put("FK_DEMO_TOTP_SECRET", secrets.get(Secrets.DEMO_TOTP));
            environment.put("FK_OIDC_CLIENT_ID", "gateway");
            environment.put("FK_OIDC_CLIENT_SECRET", secrets.get(Secrets.client("gateway")));
            for (String service : DevStack.SERVICES.subList(1, DevStack.SERVICES.size())) {
                environment.put(
                        "FK_"
                                + service.replace("-service", "").toUpperCase(java.util.Locale.ROOT)
                                + "_URL",
                        "http://127.0.0.1:" + setup.ports().of(service));
            }
        }
        if (name.equals("application-service")) {
            environment.put(
                    "FK_STAKEHOLDER_URL",
                    "http://127.0.0.1:" + setup.ports().of("stakeholder-service"));
        }
        if (name.equals("notification-service")) {
            environment.put("FK_SMTP_HOST", "127.0.0.1");
            environment.put("FK_SMTP_PORT", Integer.toString(setup.ports().smtp()));
            if (setup.options().story()) {
                environment.put("FK_DEMO_PLAYER", "http://127.0.0.1:" + setup.ports().player());
                environment.put("FK_DEMO_SECRET", secrets.get(Secrets.DEMO_PLAYER));
            }
        }
        return environment;
    }
}
