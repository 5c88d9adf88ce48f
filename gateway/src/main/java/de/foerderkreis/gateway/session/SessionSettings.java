package de.foerderkreis.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sessions live and how lazily they are read and written.
 *
 * @param idle a login nobody uses for so long is over
 * @param pending how long somebody may take at the login page
 * @param cached how long an instance believes what it read; the upper bound until a logout reaches
 *     every instance
 * @param touch how exact the time of last use is kept
 * @param refreshMargin an access token this close to its end is renewed first
 * @param key 32 bytes in Base64 that encrypt what is written; empty writes it as it is, and the
 *     database is to be protected like the identity provider's own
 */
@ConfigurationProperties("foerderkreis.gateway.session")
record SessionSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("15m") Duration pending,
        @DefaultValue("3s") Duration cached,
        @DefaultValue("1m") Duration touch,
        @DefaultValue("20s") Duration refreshMargin,
        @DefaultValue("") String key) {

    /** A record would print the key. */
    @Override
    public String toString() {
        return "SessionSettings[idle=" + idle + "]";
    }
}
