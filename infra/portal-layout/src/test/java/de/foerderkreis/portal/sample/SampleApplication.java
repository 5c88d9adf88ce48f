package de.foerderkreis.portal.sample;

import de.foerderkreis.portal.PortalContext;
import de.foerderkreis.portal.PortalVisitor;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class SampleApplication {

    /** Whom the sample shows; tests change it. */
    public static volatile @Nullable PortalVisitor visitor =
            PortalVisitor.of("A. Muster", "05382", Set.of("CLERK")).withUnread(3);

    public static volatile @Nullable Instant clock = Instant.parse("2014-02-25T08:00:00Z");

    public static void main(String[] arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    @Bean
    PortalContext portalContext() {
        return new PortalContext() {
            @Override
            public @Nullable PortalVisitor visitor() {
                return visitor;
            }

            @Override
            public @Nullable Instant demoClock() {
                return clock;
            }

            @Override
            public String portalUrl() {
                return "http://localhost:8080";
            }
        };
    }
}
