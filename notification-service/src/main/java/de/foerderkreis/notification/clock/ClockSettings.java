package de.foerderkreis.notification.clock;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Control of the demo clock.
 *
 * @param services whose reports each step waits for
 * @param patience how long one step waits, in system time
 * @param settling how long the last step waits for messages to be out, in system time
 */
@ConfigurationProperties("foerderkreis.notification.clock")
record ClockSettings(
        @DefaultValue({"application", "finance", "stakeholder", "notification"})
                List<String> services,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("5s") Duration settling) {}
