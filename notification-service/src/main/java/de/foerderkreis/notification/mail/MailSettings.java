package de.foerderkreis.notification.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server and how mails are sent.
 *
 * @param from address of the sender, with or without a name
 * @param domain right side of every Message-ID
 * @param username absent where the server takes mails without a login
 * @param startTls whether the connection must be encrypted
 * @param connectTimeout until the server answers
 * @param readTimeout for each answer of the server
 * @param workers how many mails are handed over at the same time
 * @param batch how many mails a worker takes at once
 * @param poll how often a worker looks without being woken
 */
@ConfigurationProperties("foerderkreis.notification.mail")
record MailSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("25") int port,
        @DefaultValue("Förderkreis <foerderkreis@localhost>") String from,
        @DefaultValue("foerderkreis.invalid") String domain,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("false") boolean startTls,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("4") int workers,
        @DefaultValue("20") int batch,
        @DefaultValue("2s") Duration poll) {

    boolean hasLogin() {
        return username != null && !username.isBlank();
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
