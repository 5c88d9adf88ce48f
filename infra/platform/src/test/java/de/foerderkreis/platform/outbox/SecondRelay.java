package de.foerderkreis.platform.outbox;

import de.foerderkreis.platform.persistence.TechnicalDatabase;
import de.foerderkreis.platformtest.TestStack;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Another instance's relay on the same table. */
final class SecondRelay {

    private SecondRelay() {}

    static Relay start(TechnicalDatabase database) {
        return start(database, TestStack.kafka(), checkpoint -> {});
    }

    static Relay start(TechnicalDatabase database, String broker, Relay.Checkpoints checkpoints) {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker));
        var relay = OutboxConfiguration.relay(database, kafka, checkpoints);
        relay.start();
        return relay;
    }
}
