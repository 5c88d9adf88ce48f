package de.foerderkreis.application.council;

import de.foerderkreis.application.fundingcase.Recording;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A motion of one or several groups of the council (F3, F8).
 *
 * @param proposers the groups that moved it, never persons; at least one
 * @param mandate what the Landrat shall instruct the administration to do, absent where it asks for
 *     nothing of the kind
 */
public record Motion(
        UUID id,
        UUID caseId,
        LocalDate datedOn,
        List<String> proposers,
        String subject,
        @Nullable String wording,
        @Nullable String documentSha256,
        @Nullable Mandate mandate,
        Recording recording) {

    /**
     * A mandate a motion asks for; it takes effect when a body adopts the motion.
     *
     * @param decidedOn day a body decided on it, absent while it is proposed
     */
    public record Mandate(String text, State state, @Nullable LocalDate decidedOn) {

        /** Life of a mandate. */
        public enum State {
            PROPOSED,
            EFFECTIVE,
            REFUSED
        }

        static Mandate proposed(String text) {
            return new Mandate(text, State.PROPOSED, null);
        }
    }
}
