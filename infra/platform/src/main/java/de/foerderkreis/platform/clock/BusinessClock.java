package de.foerderkreis.platform.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The only clock of domain code. In profile {@code demo} it stands still and is moved by event;
 * otherwise it is the system's.
 */
public interface BusinessClock {

    /** The zone in which days begin and deadlines end. */
    ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** The business instant. */
    Instant now();

    /** The business day in {@link #ZONE}. */
    default LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /**
     * The first instant after a day: 24:00 in {@link #ZONE}. What arrives before it arrived on that
     * day.
     */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
