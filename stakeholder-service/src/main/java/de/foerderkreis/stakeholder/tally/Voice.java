package de.foerderkreis.stakeholder.tally;

import org.jspecify.annotations.Nullable;

/**
 * One municipality asked and what it said on time.
 *
 * @param inhabitants as frozen when the round was opened
 * @param levyBaseCents its levy base in cents, absent while none was published
 * @param position what counts for it, absent when it was silent up to the deadline
 */
public record Voice(
        String ags, int inhabitants, @Nullable Long levyBaseCents, @Nullable Position position) {}
