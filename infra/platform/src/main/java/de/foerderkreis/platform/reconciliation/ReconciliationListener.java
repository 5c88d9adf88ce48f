package de.foerderkreis.platform.reconciliation;

import de.foerderkreis.platform.outbox.EventJson;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

/** Reads the digests of the producers this service listens to, and the questions put to it. */
class ReconciliationListener implements MessageListener<String, String> {

    private final String service;
    private final Gaps gaps;
    private final Reemission reemission;

    ReconciliationListener(String service, Gaps gaps, Reemission reemission) {
        this.service = service;
        this.gaps = gaps;
        this.reemission = reemission;
    }

    @Override
    public void onMessage(ConsumerRecord<String, String> message) {
        var type = message.headers().lastHeader("ce_type");
        if (type == null || message.value() == null) {
            return;
        }
        switch (new String(type.value(), StandardCharsets.UTF_8)) {
            case "Digest" -> gaps.compare(EventJson.read(message.value(), Digest.class));
            case "ReemitRequested" ->
                    answer(EventJson.read(message.value(), ReemitRequested.class));
            default -> {
                // A later version may say more on these topics.
            }
        }
    }

    private void answer(ReemitRequested request) {
        if (request.service().equals(service)) {
            reemission.emitAgain(request);
        }
    }
}
