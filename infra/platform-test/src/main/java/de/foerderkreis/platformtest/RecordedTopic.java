package de.foerderkreis.platformtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, as somebody who has nothing to do with the services. */
public final class RecordedTopic {

    private final String broker;
    private final String topic;

    private RecordedTopic(String broker, String topic) {
        this.broker = broker;
        this.topic = topic;
    }

    /** A topic of the test stack's broker. */
    public static RecordedTopic of(String topic) {
        return new RecordedTopic(TestStack.kafka(), topic);
    }

    /** A topic of another broker. */
    public static RecordedTopic of(String broker, String topic) {
        return new RecordedTopic(broker, topic);
    }

    /** Everything in the topic right now that matches, per partition in its order. */
    public List<ConsumerRecord<String, byte[]>> now(
            Predicate<ConsumerRecord<String, byte[]>> filter) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (!reached(consumer, ends)) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found.stream().filter(filter).toList();
        }
    }

    /** Everything in the topic right now under one key. */
    public List<ConsumerRecord<String, byte[]>> ofKey(String key) {
        return now(message -> key.equals(message.key()));
    }

    /** Waits at most 20 seconds for so many records under one key. */
    public List<ConsumerRecord<String, byte[]>> await(String key, int count) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var found = ofKey(key);
        while (found.size() < count && System.nanoTime() < end) {
            found = ofKey(key);
        }
        if (found.size() < count) {
            throw new AssertionError(
                    "%d records of %s in %s, not %d".formatted(found.size(), key, topic, count));
        }
        return found;
    }

    /** A header as text, or an empty one. */
    public static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null
                ? ""
                : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "test-" + UUID.randomUUID(),
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        return known == null
                ? List.of()
                : known.stream().map(it -> new TopicPartition(it.topic(), it.partition())).toList();
    }

    private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
