package de.foerderkreis.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;

/**
 * Sends a copy of a failed event, with its cause, to {@code <topic>-dlt}: the record of it outside
 * this database.
 */
class DeadLetterTopic implements AutoCloseable {

    private final Supplier<Producer<String, String>> producers;
    private @Nullable Producer<String, String> producer;

    DeadLetterTopic(Supplier<Producer<String, String>> producers) {
        this.producers = producers;
    }

    void send(String consumer, ConsumerRecord<?, ?> message, String error) {
        var copy =
                new ProducerRecord<String, String>(
                        message.topic() + "-dlt",
                        message.key() == null ? null : message.key().toString(),
                        message.value() == null ? null : message.value().toString());
        message.headers().forEach(copy.headers()::add);
        header(copy, "dlt-consumer", consumer);
        header(copy, "dlt-error", error);
        header(copy, "dlt-original-topic", message.topic());
        header(copy, "dlt-original-partition", Integer.toString(message.partition()));
        header(copy, "dlt-original-offset", Long.toString(message.offset()));
        try {
            producer().send(copy).get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException(
                    "The dead letter could not be sent; the event is taken up again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the dead letter was sent", e);
        }
    }

    private static void header(ProducerRecord<String, String> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized Producer<String, String> producer() {
        var current = producer;
        if (current == null) {
            current = producers.get();
            producer = current;
        }
        return current;
    }

    @Override
    public synchronized void close() {
        var current = producer;
        producer = null;
        if (current != null) {
            current.close(Duration.ofSeconds(1));
        }
    }
}
