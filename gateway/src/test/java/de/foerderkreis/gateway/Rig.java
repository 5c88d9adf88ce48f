package de.foerderkreis.gateway;

import de.foerderkreis.platformtest.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two instances of the gateway on one database, started once for all tests, with everything around
 * them.
 */
final class Rig {

    static final StubProvider PROVIDER = new StubProvider();
    static final StubService APPLICATION = new StubService();
    static final StubService FINANCE = new StubService();
    static final StubService STAKEHOLDER = new StubService();
    static final StubService NOTIFICATION = new StubService();

    private static final Map<String, String> DATABASE = TestStack.environment("gateway");
    private static final int PORT = freePort();

    /** The portal's own address. */
    static final String PORTAL = "http://localhost:" + PORT;

    static final ConfigurableApplicationContext FIRST =
            start(PORT, Map.of("FK_RATE_PER_SECOND", "2000", "FK_RATE_BURST", "4000"));

    private static final int SECOND_PORT = freePort();

    /** The same portal by another instance, with a narrow rate limit. */
    static final String OTHER = "http://localhost:" + SECOND_PORT;

    static final ConfigurableApplicationContext SECOND =
            start(SECOND_PORT, Map.of("FK_RATE_PER_SECOND", "5", "FK_RATE_BURST", "40"));

    private Rig() {}

    private static ConfigurableApplicationContext start(int port, Map<String, String> more) {
        var environment = new LinkedHashMap<String, Object>(DATABASE);
        environment.put("FK_PORT", Integer.toString(port));
        environment.put("FK_PORTAL_URL", "http://localhost:" + PORT);
        environment.put("FK_ISSUER", PROVIDER.issuer());
        environment.put("FK_KEYCLOAK_INTERNAL", PROVIDER.address());
        environment.put("FK_OIDC_CLIENT_SECRET", StubProvider.SECRET);
        environment.put("FK_APPLICATION_URL", APPLICATION.address());
        environment.put("FK_FINANCE_URL", FINANCE.address());
        environment.put("FK_STAKEHOLDER_URL", STAKEHOLDER.address());
        environment.put("FK_NOTIFICATION_URL", NOTIFICATION.address());
        environment.put("FK_ANSWER_TIMEOUT", "2s");
        environment.put("FK_SESSION_KEY", "c2l4dGVlbi1ieXRlcyt0d2ljZS1hcy1tYW55LTMyISE=");
        environment.putAll(more);
        var application = new SpringApplication(Gateway.class);
        application.setMainApplicationClass(Gateway.class);
        var standard = new StandardEnvironment();
        standard.getPropertySources().addFirst(new MapPropertySource("rig", environment));
        application.setEnvironment(standard);
        return application.run();
    }

    static Browser browser() {
        return new Browser(PORTAL);
    }

    /** A person nobody else in these tests is. */
    static StubProvider.Person person(String role) {
        var id = UUID.randomUUID().toString();
        return new StubProvider.Person(
                role + "-" + id, "Anna Muster", "05382", List.of(role), "sid-" + id);
    }

    /** A browser with a fresh login of its own. */
    static Browser signedIn() {
        return signedInAs(person("clerk"));
    }

    static Browser signedInAs(StubProvider.Person person) {
        PROVIDER.next = person;
        var browser = browser();
        browser.signIn("/vorhaben");
        return browser;
    }

    static Browser signedInFor(Duration accessLifetime) {
        PROVIDER.accessLifetime = accessLifetime;
        try {
            return signedIn();
        } finally {
            PROVIDER.accessLifetime = Duration.ofMinutes(5);
        }
    }

    static double metric(ConfigurableApplicationContext gateway, String name) {
        return gateway.getBean(MeterRegistry.class).get(name).counter().count();
    }

    static JdbcClient database() {
        return FIRST.getBean(JdbcClient.class);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
