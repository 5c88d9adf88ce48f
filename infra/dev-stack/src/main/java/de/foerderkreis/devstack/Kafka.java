package de.foerderkreis.devstack;

import de.foerderkreis.devstack.kafka.KafkaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** One Kafka node, broker and controller in one (KRaft). */
final class Kafka implements Part {

    static final String NAME = "kafka";

    private final Setup setup;

    Kafka(Setup setup) {
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
        return Duration.ofSeconds(90);
    }

    @Override
    public Launch prepare() throws IOException {
        var folder = Files.createDirectories(setup.state(NAME));
        var file = folder.resolve("server.properties");
        write(
                settings(
                        setup.ports().kafka(),
                        setup.ports().kafkaController(),
                        folder.resolve("data")),
                file);
        return new Launch(cache().command(List.of(file.toString())), Map.of());
    }

    @Override
    public boolean isReady() throws Exception {
        Map<String, Object> client =
                Map.of(
                        "bootstrap.servers", bootstrap(),
                        "request.timeout.ms", 2000,
                        "default.api.timeout.ms", 2000,
                        "reconnect.backoff.ms", 50,
                        "reconnect.backoff.max.ms", 200,
                        "socket.connection.setup.timeout.ms", 1000);
        if (!Sockets.accepts(setup.ports().kafka())) {
            return false;
        }
        try (var admin = Admin.create(client)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        }
    }

    String bootstrap() {
        return "127.0.0.1:" + setup.ports().kafka();
    }

    private AotCache cache() throws IOException {
        var flags = new ArrayList<>(Setup.jvm("192m"));
        flags.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=devstack-logback.xml"));
        return AotCache.onOwnClassPath(setup, flags, KafkaServer.class);
    }

    /**
     * The trial run is a broker of its own with other ports and an empty folder, which stops when
     * it has started.
     */
    @Override
    public void train() throws IOException {
        if (cache().isPossible() && !cache().exists()) {
            var folder = Files.createTempDirectory("foerderkreis-kafka");
            try {
                var file = folder.resolve("server.properties");
                write(settings(Sockets.free(), Sockets.free(), folder.resolve("data")), file);
                cache().train(
                                NAME,
                                List.of(),
                                List.of(file.toString(), KafkaServer.STOP_WHEN_STARTED),
                                Map.of(),
                                setup);
            } finally {
                Archive.delete(folder);
            }
        }
    }

    private static void write(Properties settings, Path file) throws IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, "Written at every start");
        }
    }

    private static Properties settings(int port, int controllerPort, Path folder) {
        var broker = "127.0.0.1:" + port;
        var controller = "127.0.0.1:" + controllerPort;
        var settings = new Properties();
        settings.putAll(
                Map.of(
                        "process.roles", "broker,controller",
                        "node.id", "1",
                        "controller.quorum.bootstrap.servers", controller,
                        "controller.listener.names", "CONTROLLER",
                        "inter.broker.listener.name", "PLAINTEXT",
                        "listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller,
                        "advertised.listeners",
                                "PLAINTEXT://" + broker + ",CONTROLLER://" + controller,
                        "listener.security.protocol.map",
                                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "log.dirs", folder.toString()));
        settings.putAll(
                Map.of(
                        "auto.create.topics.enable", "false",
                        "offsets.topic.replication.factor", "1",
                        "offsets.topic.num.partitions", "4",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1",
                        "transaction.state.log.num.partitions", "4",
                        "share.coordinator.state.topic.replication.factor", "1",
                        "share.coordinator.state.topic.min.isr", "1",
                        "share.coordinator.state.topic.num.partitions", "1",
                        "group.initial.rebalance.delay.ms", "0"));
        // Preallocated index files of 10 MB per partition would fill a laptop's disk.
        settings.putAll(
                Map.of("log.cleaner.dedupe.buffer.size", "8388608", "log.cleaner.threads", "1"));
        settings.putAll(
                Map.of("log.index.size.max.bytes", "1048576", "log.segment.bytes", "67108864"));
        return settings;
    }
}
