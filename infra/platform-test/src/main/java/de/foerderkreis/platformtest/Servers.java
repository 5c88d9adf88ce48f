package de.foerderkreis.platformtest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The servers of this JVM. */
abstract class Servers {

    private static @Nullable Servers running;

    static synchronized Servers running() {
        var servers = running;
        if (servers == null) {
            servers = start(System.getProperty("foerderkreis.test.stack", "embedded"));
            running = servers;
        }
        return servers;
    }

    private static Servers start(String kind) {
        return switch (kind) {
            case "embedded" -> new EmbeddedServers();
            case "containers" -> containers();
            default ->
                    throw new IllegalArgumentException(
                            "foerderkreis.test.stack is embedded or containers, not " + kind);
        };
    }

    /** By name, so that Testcontainers need not be on the class path otherwise. */
    private static Servers containers() {
        try {
            return (Servers)
                    Class.forName("de.foerderkreis.platformtest.ContainerServers")
                            .getDeclaredConstructor()
                            .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The containers could not be started", e);
        }
    }

    /** Bootstrap address of the broker. */
    abstract String kafka();

    abstract String jdbcUrl(String database);

    abstract String administratorName();

    abstract String administratorPassword();

    final Connection administrator(String jdbcUrl) {
        try {
            return DriverManager.getConnection(
                    jdbcUrl, administratorName(), administratorPassword());
        } catch (SQLException e) {
            throw new IllegalStateException("No connection to " + jdbcUrl, e);
        }
    }

    /**
     * Creates a database as an installation does: its owner migrates, its app works under row level
     * security.
     */
    final void createDatabase(String name) {
        var owner = name + "_owner";
        var app = name + "_app";
        var relay = name + "_relay";
        execute(
                jdbcUrl("postgres"),
                List.of(
                        "create role %1$s login password '%1$s'".formatted(owner),
                        "create role %1$s login password '%1$s'".formatted(app),
                        "create role %1$s login password '%1$s'".formatted(relay),
                        "create database %s owner %s".formatted(name, owner)));
        execute(
                jdbcUrl(name),
                List.of(
                        "alter schema public owner to %s".formatted(owner),
                        "grant create on schema public to %s".formatted(owner),
                        "grant usage on schema public to %s, %s".formatted(app, relay),
                        "alter default privileges for role %s in schema public grant select, insert, update, delete on tables to %s"
                                .formatted(owner, app),
                        "alter default privileges for role %s in schema public grant usage, select on sequences to %s, %s"
                                .formatted(owner, app, relay)));
    }

    private void execute(String jdbcUrl, List<String> statements) {
        try (var connection = administrator(jdbcUrl);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be prepared", e);
        }
    }
}
