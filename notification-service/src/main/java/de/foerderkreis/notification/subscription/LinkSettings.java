package de.foerderkreis.notification.subscription;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One-time links in mails to partners.
 *
 * @param secret signs the links; at least 16 characters
 * @param validity in business time
 * @param renewalPause how long nobody gets a second new link, in system time
 */
@ConfigurationProperties("foerderkreis.notification.link")
public record LinkSettings(
        String secret,
        @DefaultValue("14d") Duration validity,
        @DefaultValue("10m") Duration renewalPause) {

    public LinkSettings {
        if (secret.length() < 16) {
            throw new IllegalArgumentException(
                    "foerderkreis.notification.link.secret needs at least 16 characters");
        }
    }

    byte[] key() {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    /** A key for another purpose, so that what is made for one is worth nothing for the other. */
    public byte[] key(String purpose) {
        return (purpose + ":" + secret).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "LinkSettings[validity=" + validity + "]";
    }
}
