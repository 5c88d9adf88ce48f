package de.foerderkreis.application;

import de.foerderkreis.platform.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A business clock that tests set; shared by the one context of all integration tests. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    private static volatile Instant now = at(LocalDate.of(2014, 4, 15));

    @Bean
    @Primary
    BusinessClock testClock() {
        return () -> now;
    }

    /** Sets the clock to noon of a day. */
    public static void set(LocalDate day) {
        now = at(day);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).atZone(BusinessClock.ZONE).toInstant();
    }
}
