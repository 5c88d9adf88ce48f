package de.foerderkreis.platform.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are taken in.
 *
 * @param retries after the first attempt, before an event becomes a dead letter
 * @param firstBackOff before the first retry; doubled each time
 * @param keep how long an applied event is remembered; longer than any topic keeps it
 * @param concurrency consumers per subscription and instance
 * @param groupPrefix before every consumer id in Kafka, where installations share a broker
 */
@ConfigurationProperties("foerderkreis.inbox")
record InboxSettings(
        @DefaultValue("5") int retries,
        @DefaultValue("200ms") Duration firstBackOff,
        @DefaultValue("5s") Duration maxBackOff,
        @DefaultValue("180d") Duration keep,
        @DefaultValue("1") int concurrency,
        @DefaultValue("") String groupPrefix) {}
