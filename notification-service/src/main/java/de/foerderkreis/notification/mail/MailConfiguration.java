package de.foerderkreis.notification.mail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one seam for fault tests; closed in every other profile. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    private static final long LOOK_NANOS = 20_000_000;

    static {
        // Jakarta Mail asks every archive for it several times a mail unless it is named.
        var provider = "jakarta.mail.util.StreamProvider";
        if (System.getProperty(provider) == null) {
            System.setProperty(provider, MailStreamProvider.class.getName());
        }
    }

    @Bean
    @Profile("!fault-injection")
    AcceptanceWindow acceptanceWindow() {
        return () -> {};
    }

    /**
     * While the file exists, a mail just accepted waits for its commit: long enough to kill the
     * process there.
     */
    @Bean
    @Profile("fault-injection")
    AcceptanceWindow heldOpenByAFile(@Value("${FK_FAULT_PAUSE_AFTER_SMTP:}") String file) {
        return () -> {
            while (!file.isBlank()
                    && Files.exists(Path.of(file))
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        };
    }
}
