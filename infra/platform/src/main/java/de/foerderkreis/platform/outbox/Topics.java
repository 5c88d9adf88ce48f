package de.foerderkreis.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates missing topics beside the start of the service, and keeps trying while the broker is
 * away.
 */
class Topics implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);

    private final KafkaAdmin admin;
    private final List<NewTopic> topics;
    private volatile boolean running;

    Topics(KafkaAdmin admin, List<NewTopic> topics) {
        this.admin = admin;
        this.topics = topics;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("topics").start(this::create);
    }

    private void create() {
        boolean said = false;
        while (running) {
            try {
                admin.createOrModifyTopics(topics.toArray(NewTopic[]::new));
                return;
            } catch (KafkaException | IllegalStateException e) {
                if (!said) {
                    log.warn("The topics cannot be created yet; trying again", e);
                    said = true;
                }
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the consumers, which end last and begin last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
