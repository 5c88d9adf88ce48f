package de.foerderkreis.platform.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Business time is the system's time, in the precision the database keeps. */
class SystemClock implements BusinessClock {

    private final Clock system = Clock.systemUTC();

    @Override
    public Instant now() {
        return system.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
