package de.foerderkreis.application.conception;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version with what became of it.
 *
 * @param adoptedBy resolution of the Kreistag that adopted it, absent before
 */
public record ReleasedConception(
        FrozenConception content, String sha256, @Nullable UUID adoptedBy) {

    /** States after the draft (domain 2.16). */
    public enum Status {
        RELEASED,
        REVISED,
        ADOPTED
    }

    public int no() {
        return content.version();
    }

    /** Where the version stands: a version after the first is a revised one. */
    public Status status() {
        if (adoptedBy != null) {
            return Status.ADOPTED;
        }
        return no() == 1 ? Status.RELEASED : Status.REVISED;
    }
}
