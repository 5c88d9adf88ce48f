package de.foerderkreis.notification.task;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner's confirmation that is still missing (F45, F46).
 *
 * @param partner alias of the partner organisation
 * @param partnerName its name, if known here
 * @param dueOn last day for an answer
 */
public record Cooperation(
        UUID id,
        UUID caseId,
        String partner,
        @Nullable String partnerName,
        @Nullable LocalDate dueOn) {

    /** What to call the partner. */
    public String name() {
        return partnerName == null ? partner : partnerName;
    }
}
