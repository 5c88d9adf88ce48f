package de.foerderkreis.platform.reconciliation;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How published and received events are compared.
 *
 * @param at local time of the nightly digest
 * @param settle what is younger may still be on its way and is left to the next night
 * @param window how far back a digest of fact events reaches; longer than an outage of a consumer
 *     should last
 * @param lines per message of a digest
 * @param patience how long a consumer waits for a missing event before it asks: it may only be
 *     behind
 * @param askAgain after which an unanswered question is repeated
 * @param asks questions per event and night
 * @param keep how long a fact event can be emitted again; as long as topics keep theirs
 */
@ConfigurationProperties("foerderkreis.reconciliation")
record ReconciliationSettings(
        @DefaultValue("03:10") LocalTime at,
        @DefaultValue("5m") Duration settle,
        @DefaultValue("3d") Duration window,
        @DefaultValue("1000") int lines,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("15m") Duration askAgain,
        @DefaultValue("3") int asks,
        @DefaultValue("90d") Duration keep) {}
