package de.foerderkreis.notification.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are worked off; all times are system time.
 *
 * @param lease how long one process may work on a mail; longer than every time limit towards the
 *     mail server together
 * @param backOff wait before each retry; after the last one the mail is given up
 */
@ConfigurationProperties("foerderkreis.notification.queue")
record MailQueueSettings(
        @DefaultValue("90s") Duration lease,
        @DefaultValue({"2s", "5s", "15s", "1m", "5m", "15m", "1h", "2h", "4h", "8h", "12h"})
                List<Duration> backOff) {}
