package de.foerderkreis.benchmarks;

import de.foerderkreis.devstack.RunningStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The least that any design on these servers has to pay: one PostgreSQL commit, one Kafka message
 * produced and consumed, one more commit. Same servers, same rate, same run as the product.
 */
final class BareFloor {

    private static final String TOPIC = "benchmark.bare-floor";
    private static final int CONNECTIONS = 4;

    private final RunningStack stack;

    BareFloor(RunningStack stack) {
        this.stack = stack;
    }

    Latencies measure(double perSecond, Duration length) throws Exception {
        var latencies = new Latencies("bare floor: commit + Kafka + commit");
        prepare();
        BlockingQueue<Connection> writers = connections();
        var due = new ConcurrentHashMap<String, Long>();
        try (var producer =
                        new KafkaProducer<>(
                                producerSettings(),
                                new StringSerializer(),
                                new StringSerializer());
                var consumer =
                        new KafkaConsumer<>(
                                consumerSettings(),
                                new StringDeserializer(),
                                new StringDeserializer());
                var reader = connect()) {
            consumer.subscribe(List.of(TOPIC));
            var stopping = new java.util.concurrent.atomic.AtomicBoolean();
            var assigned = new java.util.concurrent.CountDownLatch(1);
            var reading =
                    Thread.ofPlatform()
                            .start(() -> {
                                while (!stopping.get()) {
                                    for (var record : consumer.poll(Duration.ofMillis(100))) {
                                        commit(
                                                reader,
                                                "insert into floor_effect(id) values (?)",
                                                record.key());
                                        Long asked = due.remove(record.key());
                                        if (asked != null) {
                                            latencies.record(System.nanoTime() - asked);
                                        }
                                    }
                                    if (!consumer.assignment().isEmpty()) {
                                        assigned.countDown();
                                    }
                                }
                            });
            assigned.await();
            new OpenLoop(perSecond)
                    .run(
                            length,
                            (number, at) -> {
                                OpenLoop.waitUntil(at);
                                var id = UUID.randomUUID().toString();
                                due.put(id, at);
                                try {
                                    var connection = writers.take();
                                    try {
                                        commit(
                                                connection,
                                                "insert into floor_cause(id) values (?)",
                                                id);
                                    } finally {
                                        writers.put(connection);
                                    }
                                    producer.send(new ProducerRecord<>(TOPIC, id, "x".repeat(800)))
                                            .get();
                                } catch (Exception failed) {
                                    throw new IllegalStateException(
                                            "The bare floor gave way", failed);
                                }
                            });
            long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!due.isEmpty() && System.nanoTime() < patience) {
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            stopping.set(true);
            reading.join();
        } finally {
            for (Connection connection : writers) {
                connection.close();
            }
        }
        return latencies;
    }

    private void prepare() throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists floor_cause(id text primary key)");
            statement.execute("create table if not exists floor_effect(id text primary key)");
            connection.commit();
        }
        try (var admin = Admin.create(new HashMap<>(stack.kafka("broker")))) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            }
        }
    }

    private BlockingQueue<Connection> connections() throws SQLException {
        var queue = new ArrayBlockingQueue<Connection>(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            queue.add(connect());
        }
        return queue;
    }

    private Connection connect() throws SQLException {
        var connection =
                DriverManager.getConnection(
                        stack.databaseUrl("postgres"), "postgres", stack.secret("postgres"));
        connection.setAutoCommit(false);
        return connection;
    }

    private static void commit(Connection connection, String sql, String id) {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("The bare floor could not commit", failed);
        }
    }

    private Properties producerSettings() {
        var settings = new Properties();
        settings.putAll(stack.kafka("broker"));
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("linger.ms", "0");
        return settings;
    }

    private Properties consumerSettings() {
        var settings = new Properties();
        settings.putAll(stack.kafka("broker"));
        settings.put("group.id", "benchmark-" + UUID.randomUUID());
        settings.put("auto.offset.reset", "latest");
        settings.put("fetch.max.wait.ms", "50");
        return settings;
    }
}
