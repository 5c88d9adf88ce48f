package de.foerderkreis.stakeholder.tally;

import org.jspecify.annotations.Nullable;

/**
 * One position and how much stands behind it.
 *
 * @param position absent for silence
 * @param levyBase in cents, absent while no complete levy base is known
 */
public record TallyLine(
        @Nullable Position position, Share heads, Share inhabitants, @Nullable Share levyBase) {

    /** Name of the line in events and answers. */
    public static final String SILENCE = "NO_REPLY";

    /** The position's name, or {@link #SILENCE}. */
    public String code() {
        return position == null ? SILENCE : position.name();
    }
}
