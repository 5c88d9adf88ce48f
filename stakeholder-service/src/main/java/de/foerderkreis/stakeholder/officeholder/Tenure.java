package de.foerderkreis.stakeholder.officeholder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is recorded about one holder of one office.
 *
 * @param organisation alias: the district's key or a municipality's AGS
 * @param language of letters, {@code de} or {@code en}
 * @param hasAccount whether somebody can sign in for this function
 * @param validTo last day in office, absent while nobody knows it
 */
record Tenure(
        String organisation,
        Office function,
        Salutation salutation,
        String name,
        String email,
        String language,
        boolean hasAccount,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean endsBeforeItBegins() {
        return validTo != null && validTo.isBefore(validFrom);
    }

    boolean on(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
