package de.foerderkreis.notification.clock;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Waits until what fell due has been heard here and the mails are out, so that whoever moved the
 * clock finds them. A courtesy of the demo: when its time is over the move is done all the same.
 */
@Component
@Profile("demo")
class Settling {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);
    private static final List<String> CONSUMERS =
            List.of(
                    "notification.consultations",
                    "notification.applications",
                    "notification.invitations");
    private static final int QUIET_LOOKS = 5;
    private static final long CALL_SECONDS = 5;

    private final ClockBook book;
    private final KafkaAdmin kafka;
    private final ClockSettings settings;

    Settling(ClockBook book, KafkaAdmin kafka, ClockSettings settings) {
        this.book = book;
        this.kafka = kafka;
        this.settings = settings;
    }

    void await() {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            var quiet = new int[1];
            var settled =
                    ClockControl.within(
                            settings.settling(),
                            () -> {
                                quiet[0] =
                                        heardEverything(admin) && book.mailsDue() == 0
                                                ? quiet[0] + 1
                                                : 0;
                                return quiet[0] >= QUIET_LOOKS;
                            });
            if (!settled) {
                log.info("The clock has moved; some messages are still on their way");
            }
        }
    }

    private static boolean heardEverything(Admin admin) {
        return CONSUMERS.stream().allMatch(it -> heardEverything(admin, it));
    }

    private static boolean heardEverything(Admin admin, String consumer) {
        try {
            var heard =
                    admin.listConsumerGroupOffsets(consumer)
                            .partitionsToOffsetAndMetadata()
                            .get(CALL_SECONDS, TimeUnit.SECONDS);
            var ends =
                    admin.listOffsets(
                                    heard.keySet().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            it -> it, it -> OffsetSpec.latest())))
                            .all()
                            .get(CALL_SECONDS, TimeUnit.SECONDS);
            return ends.entrySet().stream()
                    .allMatch(it -> {
                        var offset = heard.get(it.getKey());
                        return offset != null && offset.offset() >= it.getValue().offset();
                    });
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException | TimeoutException unknown) {
            log.debug("The offsets of {} are not known at the moment", consumer, unknown);
            return false;
        }
    }
}
