package de.foerderkreis.stakeholder.body;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seat in a body, held by a function and not by a person.
 *
 * @param organisation official key: district, municipality, partner or state authority
 * @param function for example {@code Leitung des Sozialdezernats}
 * @param validTo last day in the seat
 */
record Member(
        UUID id,
        UUID bodyId,
        Side side,
        String organisation,
        String organisationName,
        String function,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean sitsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }
}
