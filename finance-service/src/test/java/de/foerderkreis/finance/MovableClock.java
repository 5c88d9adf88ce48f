package de.foerderkreis.finance;

import de.foerderkreis.platform.clock.BusinessClock;
import java.time.Instant;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Business time of the tests: it stands still until a test moves it. */
@Primary
@Component
public class MovableClock implements BusinessClock {

    public static final Instant START = Instant.parse("2014-02-11T09:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant now() {
        return now;
    }

    public void at(String instant) {
        now = Instant.parse(instant);
    }

    public void reset() {
        now = START;
    }
}
