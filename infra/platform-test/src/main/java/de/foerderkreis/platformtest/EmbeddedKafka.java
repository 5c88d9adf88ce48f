package de.foerderkreis.platformtest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * A single broker and controller inside this JVM: the code an installation runs, not a test double.
 * It can be stopped and started again on the same files and ports, to test an outage.
 */
public final class EmbeddedKafka {

    private final Path directory;
    private final int port;
    private KafkaRaftServer server;

    private EmbeddedKafka(Path directory, int port, KafkaRaftServer server) {
        this.directory = directory;
        this.port = port;
        this.server = server;
    }

    /** Starts a broker on free ports of the loopback address. */
    public static EmbeddedKafka start() throws IOException {
        var logging = LoggingSystem.get(EmbeddedKafka.class.getClassLoader());
        for (var noisy : new String[] {"kafka", "org.apache.kafka", "state.change.logger"}) {
            logging.setLogLevel(noisy, LogLevel.ERROR);
        }
        var directory = Files.createTempDirectory("kafka-of-tests");
        int port;
        int controller;
        try (var first = socket();
                var second = socket()) {
            port = first.getLocalPort();
            controller = second.getLocalPort();
        }
        var file = directory.resolve("server.properties");
        Files.writeString(
                file,
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=1
                num.network.threads=2
                num.io.threads=4
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=2097152
                log.index.size.max.bytes=1048576
                """
                        .formatted(port, controller, directory.resolve("log")));
        StorageTool.execute(
                new String[] {
                    "format",
                    "-t",
                    Uuid.randomUuid().toString(),
                    "-c",
                    file.toString(),
                    "--standalone"
                },
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        return new EmbeddedKafka(directory, port, startServer(file));
    }

    /** Bootstrap address. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker; the files stay. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Starts the stopped broker again where it was. */
    public void startAgain() throws IOException {
        server = startServer(directory.resolve("server.properties"));
    }

    /** The JVM's end ends the broker; stopping it in order would only take time. */
    void deleteFiles() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }

    private static KafkaRaftServer startServer(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        return server;
    }

    private static ServerSocket socket() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
