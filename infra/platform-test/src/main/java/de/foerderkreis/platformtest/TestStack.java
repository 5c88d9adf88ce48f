package de.foerderkreis.platformtest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;

/**
 * The one place that starts what tests need: PostgreSQL 18, Kafka in KRaft mode and the key set of
 * the tokens. Imported by a Spring test, it sets the service's environment before the context
 * starts: {@code @Import(TestStack.class)}. The servers start once per JVM; every context gets a
 * database of its own, with the three roles of an installation.
 *
 * <p>System property {@code foerderkreis.test.stack}: {@code embedded} (default) or {@code
 * containers}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestStack {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /**
     * A fresh database with its roles, and everything else a service of this name finds in its
     * environment.
     */
    public static Map<String, String> environment(String service) {
        var servers = Servers.running();
        var database = service + "_" + DATABASES.incrementAndGet();
        servers.createDatabase(database);
        var environment = new LinkedHashMap<String, String>();
        environment.put("FK_DB_URL", servers.jdbcUrl(database));
        for (var role : new String[] {"OWNER", "APP", "RELAY"}) {
            var name = database + "_" + role.toLowerCase(java.util.Locale.ROOT);
            environment.put("FK_DB_" + role + "_USER", name);
            environment.put("FK_DB_" + role + "_PASSWORD", name);
        }
        environment.put("FK_KAFKA", servers.kafka());
        environment.put("FK_ISSUER", Tokens.issuer());
        environment.put("FK_JWKS", Tokens.keySet());
        environment.put("FK_PORTAL_URL", "http://localhost:8080");
        environment.put("FK_LINK_SECRET", "a-secret-of-the-tests-only-0123456789");
        environment.put("FK_PORT", "0");
        // Two contexts of one JVM are two installations on one broker.
        environment.put("foerderkreis.inbox.group-prefix", database + ".");
        return environment;
    }

    /** Address of the broker. */
    public static String kafka() {
        return Servers.running().kafka();
    }

    /** A connection as the server's own administrator, past every policy. */
    public static java.sql.Connection administrator(String jdbcUrl) {
        return Servers.running().administrator(jdbcUrl);
    }
}
