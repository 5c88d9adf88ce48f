package de.foerderkreis.stakeholder.district;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A district as this service knows it.
 *
 * @param key official key, five digits
 * @param version absent while the district works with the defaults
 */
record District(String key, String name, Set<QuietDay> quietDays, @Nullable Long version) {

    static District unnamed(String key) {
        return new District(key, "Kreis " + key, Set.of(QuietDay.ROSENMONTAG), null);
    }
}
