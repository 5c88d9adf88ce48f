package de.foerderkreis.stakeholder.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one town. What is kept of it names functions and never a person, so that it can be
 * kept for good; who signed is looked up when it is read.
 *
 * @param address lines of the address field
 * @param body salutation and text
 * @param signature lines under the text: name, as long as it is on file, and office; absent where
 *     nobody holds one
 */
record Letter(
        String ags,
        String town,
        String address,
        String body,
        LocalDate sentOn,
        @Nullable String signature) {}
