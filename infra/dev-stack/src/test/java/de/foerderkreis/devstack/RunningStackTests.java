package de.foerderkreis.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.foerderkreis.devstack.process.ListeningSockets;
import de.foerderkreis.devstack.process.ProcessRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the parts that start in seconds; the whole stack is what infra/acceptance starts. */
class RunningStackTests {

    @TempDir static Path data;
    private static Options options;
    private static RunningStack stack;

    @BeforeAll
    static void start() {
        options =
                Options.forTest(data, freePortBase()).withOnly(Set.of("postgres", "kafka", "mail"));
        stack = DevStack.start(options);
    }

    @AfterAll
    static void stop() {
        stack.stop();
        assertThat(ProcessRecord.readAll(data.resolve("run"))).isEmpty();
    }

    @Test
    void nothingButLoopbackIsListenedOn() {
        assumeThat(ListeningSockets.readable()).isTrue();
        assertThat(stack.listeningSockets())
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(address -> address.getAddress().isLoopbackAddress());
    }

    @Test
    void everyDatabaseIsReachedByItsOwnRolesOnly() throws SQLException {
        for (String role : Set.of("owner", "app", "relay")) {
            connect("finance", "finance_" + role, stack.secret("db.finance." + role));
        }
        assertThatThrownBy(() -> connect("finance", "finance_app", "wrong"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void commitsAreDurable() throws SQLException {
        var url = stack.databaseUrl("finance");
        try (var connection =
                        DriverManager.getConnection(
                                url, "finance_app", stack.secret("db.finance.app"));
                var rows = connection.createStatement().executeQuery("show synchronous_commit")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("on");
        }
    }

    @Test
    void aKilledPartStartsAgain() {
        var before = stack.pids().get("mail");
        stack.kill("mail");
        assertThat(ProcessHandle.of(before)).isEmpty();
        stack.restart("mail");
        assertThat(stack.pids().get("mail")).isNotEqualTo(before);
    }

    @Test
    void aSecondLauncherOnTheSameDataIsRefused() {
        assertThatThrownBy(() -> DevStack.start(options))
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("A stack already runs with the data in ");
    }

    @Test
    void anOccupiedPortIsNamedWithItsPart(@TempDir Path other) throws IOException {
        var base = freePortBase();
        try (var occupied = new ServerSocket(base + 10, 1, InetAddress.getLoopbackAddress())) {
            var beside = Options.forTest(other, base).withOnly(Set.of("mail"));
            assertThatThrownBy(() -> DevStack.start(beside))
                    .hasMessage(
                            "Port %d, which mail needs, is in use by another program; end that program or choose other ports, for example ./start --port-base %d."
                                    .formatted(occupied.getLocalPort(), base + 1000));
        }
    }

    private static void connect(String database, String user, String password) throws SQLException {
        DriverManager.getConnection(stack.databaseUrl(database), user, password).close();
    }

    private static int freePortBase() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(15_000, 30_000))
                .filter(base -> IntStream.range(base, base + 12).allMatch(Sockets::isFree))
                .findFirst()
                .orElseThrow();
    }
}
