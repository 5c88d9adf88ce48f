package de.foerderkreis.platform.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Asks whether any broker answers, without a transaction and without a producer. */
class BrokerProbe {

    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    BrokerProbe(Map<String, Object> settings) {
        this.settings = settings;
    }

    boolean answers() {
        try {
            var current = admin;
            if (current == null) {
                current = Admin.create(settings);
                admin = current;
            }
            current.describeCluster().nodes().get(1, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            // The answer is no; why is in the relay's own log line.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void close() {
        var current = admin;
        admin = null;
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }
}
