package de.foerderkreis.devstack;

import de.foerderkreis.devstack.kafka.KafkaServer;
import de.foerderkreis.devstack.kafka.Sasl;
import de.foerderkreis.devstack.kafka.TopicAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
        if (!Sockets.accepts(setup.ports().kafka())) {
            return false;
        }
        try (var admin = admin(2000)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        }
    }

    /** Before the services start: the topics they create are never open to all. */
    @Override
    public void provision() throws Exception {
        try (var admin = admin(20_000)) {
            admin.createAcls(TopicAccess.entries()).all().get(30, TimeUnit.SECONDS);
        }
    }

    private Admin admin(int timeout) {
        var settings = new HashMap<String, Object>(client(Sasl.BROKER));
        settings.put("request.timeout.ms", timeout);
        settings.put("default.api.timeout.ms", timeout);
        settings.put("reconnect.backoff.ms", 50);
        settings.put("reconnect.backoff.max.ms", 200);
        settings.put("socket.connection.setup.timeout.ms", 1000);
        return Admin.create(settings);
    }

    String bootstrap() {
        return "127.0.0.1:" + setup.ports().kafka();
    }

    /**
     * Settings of a client that signs in as this user.
     *
     * @param user {@link Sasl#BROKER} or the name of a service's database
     */
    Map<String, String> client(String user) {
        var settings = new HashMap<>(login(user));
        settings.put("bootstrap.servers", bootstrap());
        return settings;
    }

    /** What {@link #client} adds to the address of the broker. */
    Map<String, String> login(String user) {
        return Sasl.client(user, setup.secrets().get(Secrets.broker(user)));
    }

    private Map<String, String> users() {
        var users = new HashMap<String, String>();
        users.put(Sasl.BROKER, setup.secrets().get(Secrets.broker(Sasl.BROKER)));
        for (String service : DevStack.SERVICES) {
            var user = service.replace("-service", "");
            users.put(user, setup.secrets().get(Secrets.broker(user)));
        }
        return users;
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

    /** The file holds the passwords of the broker's users. */
    private static void write(Properties settings, Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, "Written at every start");
        }
    }

    private Properties settings(int port, int controllerPort, Path folder) {
        var broker = "127.0.0.1:" + port;
        var controller = "127.0.0.1:" + controllerPort;
        var settings = new Properties();
        settings.putAll(
                Map.of(
                        "process.roles",
                        "broker,controller",
                        "node.id",
                        "1",
                        "controller.quorum.bootstrap.servers",
                        controller,
                        "controller.listener.names",
                        "CONTROLLER",
                        "inter.broker.listener.name",
                        "CLIENT",
                        "listeners",
                        "CLIENT://" + broker + ",CONTROLLER://" + controller,
                        "advertised.listeners",
                        "CLIENT://" + broker + ",CONTROLLER://" + controller,
                        "log.dirs",
                        folder.toString()));
        settings.putAll(Sasl.broker(users()));
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
