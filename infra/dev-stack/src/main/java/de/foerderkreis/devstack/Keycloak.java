package de.foerderkreis.devstack;

import de.foerderkreis.devstack.process.Commands;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keycloak on the stack's PostgreSQL, built once per machine, with a cache that talks to nobody.
 */
final class Keycloak implements Part {

    static final String NAME = "keycloak";
    private static final String ARCHIVE_PREFIX = "keycloak-quarkus-dist-";

    /** Settings that Keycloak bakes into its build. */
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=true");

    private final Setup setup;
    private final Postgres postgres;
    private final Realm realm;

    Keycloak(Setup setup, Postgres postgres) {
        this.setup = setup;
        this.postgres = postgres;
        this.realm = new Realm(setup);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> after() {
        return Set.of(Postgres.NAME);
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(300);
    }

    @Override
    public Launch prepare() throws IOException {
        var built = built();
        var home = home(built);
        var ports = setup.ports();
        var arguments =
                new ArrayList<>(
                        List.of(
                                "start",
                                "--optimized",
                                // Without it Keycloak looks for a cluster on the host's own
                                // address.
                                "--cache=local",
                                "--http-enabled=true",
                                "--http-host=127.0.0.1",
                                "--http-port=" + ports.keycloak(),
                                "--http-management-host=127.0.0.1",
                                "--http-management-port=" + ports.keycloakManagement(),
                                "--hostname=" + setup.keycloakUrl(),
                                "--db-url=" + postgres.url("keycloak"),
                                "--db-username=keycloak_owner",
                                "--db-pool-initial-size=1",
                                "--db-pool-min-size=1",
                                "--db-pool-max-size=20"));
        if (!realm.isApplied()) {
            realm.writeTo(home.resolve("data/import"));
            arguments.add("--import-realm");
        }
        var secrets = setup.secrets();
        var environment =
                Map.of(
                        "KC_DB_PASSWORD", secrets.get(Secrets.database("keycloak", "owner")),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(Secrets.KEYCLOAK_ADMIN),
                        "KC_BOOTSTRAP_ADMIN_CLIENT_ID", RealmAdministration.CLIENT,
                        "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secrets.get(Secrets.KEYCLOAK_LAUNCHER));
        return new Launch(command(home, "448m", arguments), environment);
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        var health =
                URI.create(
                        "http://127.0.0.1:" + setup.ports().keycloakManagement() + "/health/ready");
        return Http.isOk(health);
    }

    @Override
    public void provision() throws IOException {
        realm.apply();
    }

    /** The unpacked archive after Keycloak's own build step, which takes half a minute. */
    private Path built() throws IOException {
        var archive = archive();
        var version =
                archive.getFileName().toString().replace(ARCHIVE_PREFIX, "").replace(".zip", "");
        return Archive.once(
                setup.cache().resolve("keycloak-" + version),
                folder -> {
                    Archive.unpackZip(archive, folder);
                    build(folder);
                });
    }

    private void build(Path folder) throws IOException {
        Files.createDirectories(setup.logs());
        var log = setup.logs().resolve("keycloak-build.log");
        if (Commands.run(command(folder, "512m", BUILD), ProcessBuilder.Redirect.to(log.toFile()))
                != 0) {
            throw new StackFailure("Keycloak's build step failed; see " + log + ".");
        }
    }

    private Path archive() throws IOException {
        var folder = setup.options().root().resolve("infra/dev-stack/target/keycloak");
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, ARCHIVE_PREFIX + "*.zip")) {
                for (Path file : files) {
                    return file;
                }
            }
        }
        throw new StackFailure(
                "Keycloak's archive is missing in " + folder + "; build infra/dev-stack first.");
    }

    /**
     * A home of this stack's own: the programs are shared by links, data and configuration are not.
     */
    private Path home(Path built) throws IOException {
        var home = setup.state(NAME);
        for (String shared : List.of("lib", "providers", "themes", "conf")) {
            var link = home.resolve(shared);
            Files.createDirectories(home);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, built.resolve(shared));
        }
        var data = Files.createDirectories(home.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        return home;
    }

    /** What {@code kc.sh} would run, without the shell in between. */
    private static List<String> command(Path home, String heap, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Setup.java());
        command.addAll(
                List.of(
                        "-Xms64m",
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dquarkus-log-max-startup-records=10000",
                        "-cp",
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
