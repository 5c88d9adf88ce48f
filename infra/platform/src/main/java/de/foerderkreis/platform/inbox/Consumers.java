package de.foerderkreis.platform.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.FixedBackOff;

/** Makes the containers that read topics. They start beside the service, not before it. */
public class Consumers {

    private final ConsumerFactory<String, String> factory;
    private final String groupPrefix;

    Consumers(KafkaProperties kafka, String groupPrefix) {
        this.groupPrefix = groupPrefix;
        this.factory =
                new DefaultKafkaConsumerFactory<>(
                        settings(kafka), new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> settings(KafkaProperties kafka) {
        var settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A topic is made by its producer, with its settings, and not by the first who asks.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
        // A killed instance is missed after six seconds.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }

    /** A consumer of technical messages that repeats each one until it succeeds. */
    public SmartLifecycle untilItSucceeds(
            String topic, String group, MessageListener<String, String> listener) {
        return untilItSucceeds(List.of(topic), group, listener);
    }

    /** The same over several topics. */
    public SmartLifecycle untilItSucceeds(
            List<String> topics, String group, MessageListener<String, String> listener) {
        var handler =
                new DefaultErrorHandler(new FixedBackOff(500, FixedBackOff.UNLIMITED_ATTEMPTS));
        handler.addNotRetryableExceptions(tools.jackson.core.JacksonException.class);
        return new Container(container(topics, group, listener, handler, 1));
    }

    ConcurrentMessageListenerContainer<String, String> container(
            List<String> topics,
            String group,
            MessageListener<String, String> listener,
            CommonErrorHandler errors,
            int concurrency) {
        var properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(groupPrefix + group);
        properties.setMessageListener(listener);
        properties.setMissingTopicsFatal(false);
        var executor = new SimpleAsyncTaskExecutor(group + "-");
        properties.setListenerTaskExecutor(executor);
        var container = new ConcurrentMessageListenerContainer<>(factory, properties);
        container.setBeanName(group);
        container.setCommonErrorHandler(errors);
        container.setConcurrency(concurrency);
        return container;
    }

    /** A container whose start does not hold up the service's. */
    static final class Container implements SmartLifecycle {

        private final ConcurrentMessageListenerContainer<String, String> container;
        private volatile boolean running;

        Container(ConcurrentMessageListenerContainer<String, String> container) {
            this.container = container;
        }

        @Override
        public void start() {
            running = true;
            Thread.ofPlatform()
                    .daemon()
                    .name("start-" + container.getBeanName())
                    .start(() -> {
                        synchronized (container) {
                            if (running) {
                                container.start();
                            }
                        }
                    });
        }

        @Override
        public void stop() {
            running = false;
            synchronized (container) {
                container.stop();
            }
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
