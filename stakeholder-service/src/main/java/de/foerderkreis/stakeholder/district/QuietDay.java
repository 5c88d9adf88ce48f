package de.foerderkreis.stakeholder.district;

import java.time.LocalDate;

/**
 * A day that is no public holiday but on which offices of a region are often closed; it moves no
 * deadline, it only earns a hint.
 */
public enum QuietDay {
    /** Monday before Ash Wednesday, 48 days before Easter. */
    ROSENMONTAG(-48),
    /** Thursday before Rosenmontag. */
    WEIBERFASTNACHT(-52);

    private final int daysFromEaster;

    QuietDay(int daysFromEaster) {
        this.daysFromEaster = daysFromEaster;
    }

    LocalDate in(int year) {
        return PublicHolidays.easter(year).plusDays(daysFromEaster);
    }
}
