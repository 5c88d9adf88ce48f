package de.foerderkreis.stakeholder.coding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the clerk read the reasons of a statement.
 *
 * @param objection what the town says against it, absent while it says nothing
 * @param answer what the clerk said when deciding again after an objection
 */
public record Coding(
        UUID statementId,
        String ags,
        List<Reason> reasons,
        Instant codedAt,
        @Nullable String objection,
        @Nullable Instant objectedAt,
        @Nullable String answer,
        long version) {

    /** Whether the town objected and nobody has decided since. */
    public boolean disputed() {
        return objection != null && answer == null;
    }
}
