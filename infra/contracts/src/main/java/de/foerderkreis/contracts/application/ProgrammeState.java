package de.foerderkreis.contracts.application;

import java.time.LocalDate;

/**
 * Full state of a funding programme version; compacted, key: the programme code.
 *
 * @param grantCapPerYear amount per year as decimal string with two places, EUR
 * @param maxPosts posts in full-time equivalents as decimal string
 * @param validTo last day of the programme
 */
public record ProgrammeState(
        String code,
        String title,
        LocalDate validFrom,
        LocalDate validTo,
        String financingType,
        String grantCapPerYear,
        String maxPosts,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.programmes.v1";
}
