package de.foerderkreis.platform.demo;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Stands at the instant kept in the database and never goes back. */
class DemoClock implements BusinessClock {

    private final TechnicalDatabase technical;
    private final Instant start;
    private volatile @Nullable Instant now;

    DemoClock(TechnicalDatabase technical, Instant start) {
        this.technical = technical;
        this.start = start;
    }

    @Override
    public Instant now() {
        var known = now;
        return known != null ? known : moveTo(start);
    }

    /** Reads what another instance of the service may have moved. */
    void refresh() {
        if (now != null) {
            advance(
                    technical
                            .jdbc()
                            .sql("select now from business_clock")
                            .query(OffsetDateTime.class)
                            .single()
                            .toInstant());
        }
    }

    /** Moves forward; an earlier instant changes nothing. */
    Instant moveTo(Instant instant) {
        var reached =
                technical
                        .jdbc()
                        .sql(
                                """
                                insert into business_clock as clock (id, now) values ('clock', ?)
                                on conflict (id) do update set now = greatest(clock.now, excluded.now) returning now
                                """)
                        .param(instant.atOffset(ZoneOffset.UTC))
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant();
        advance(reached);
        return reached;
    }

    /** What was read before a move and arrives after it must not set the clock back. */
    private synchronized void advance(Instant instant) {
        var known = now;
        if (known == null || known.isBefore(instant)) {
            now = instant;
        }
    }
}
