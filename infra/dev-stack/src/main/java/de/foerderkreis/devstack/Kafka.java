package de.foerderkreis.devstack;

import de.foerderkreis.devstack.kafka.KafkaServer;
import java.io.IOException;
import java.nio.file.Files;
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
        try (var writer = Files.newBufferedWriter(file)) {
            settings().store(writer, "Written at every start");
        }
        var command = new ArrayList<>(Setup.jvm("320m"));
        command.addAll(
                List.of(
                        "-Dlogback.configurationFile=devstack-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaServer.class.getName(),
                        file.toString()));
        return new Launch(command, Map.of());
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

    private Properties settings() {
        var controller = "127.0.0.1:" + setup.ports().kafkaController();
        var settings = new Properties();
        settings.putAll(
                Map.of(
                        "process.roles", "broker,controller",
                        "node.id", "1",
                        "controller.quorum.bootstrap.servers", controller,
                        "controller.listener.names", "CONTROLLER",
                        "inter.broker.listener.name", "PLAINTEXT",
                        "listeners", "PLAINTEXT://" + bootstrap() + ",CONTROLLER://" + controller,
                        "advertised.listeners",
                                "PLAINTEXT://" + bootstrap() + ",CONTROLLER://" + controller,
                        "listener.security.protocol.map",
                                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "log.dirs", setup.state(NAME).resolve("data").toString()));
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
                Map.of("log.index.size.max.bytes", "1048576", "log.segment.bytes", "67108864"));
        return settings;
    }
}
