package de.foerderkreis.stakeholder;

import de.foerderkreis.platform.clock.BusinessClock;
import java.time.Instant;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Business time of the tests: it stands still until a test moves it. */
@Primary
@Component
public class MovableClock implements BusinessClock {

    private volatile Instant now = Instant.parse("2014-02-17T09:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    public void at(String instant) {
        now = Instant.parse(instant);
    }
}
