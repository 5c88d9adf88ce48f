package de.foerderkreis.notification.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An all-day event of a feed.
 *
 * @param uid the same as long as it is the same matter
 * @param sequence counts its changes, from 0
 * @param changedAt business instant of the last change
 */
record CalendarEntry(
        String uid,
        Kind kind,
        String title,
        LocalDate day,
        String link,
        int sequence,
        Instant changedAt) {

    enum Kind {
        ROUND,
        PROMISE,
        MILESTONE,
        TASK,
        COOPERATION
    }
}
