package de.foerderkreis.stakeholder.body;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One phase of what a body is asked to do in a case (F61).
 *
 * @param phase from 1
 * @param awaits the council whose resolution it waits for, absent if it holds from the start
 * @param activeOn since when it holds
 */
record Mandate(
        UUID id,
        UUID bodyId,
        UUID caseId,
        int phase,
        String text,
        LocalDate grantedOn,
        @Nullable Council awaits,
        @Nullable LocalDate activeOn) {

    /** Whose resolution a mandate may wait for. */
    enum Council {
        KREISTAG,
        KREISAUSSCHUSS
    }

    /** Whether it holds. */
    enum Status {
        /** Its resolution has not been adopted. */
        PLANNED,
        ACTIVE
    }

    Status status() {
        return activeOn == null ? Status.PLANNED : Status.ACTIVE;
    }

    Mandate since(LocalDate day) {
        return new Mandate(id, bodyId, caseId, phase, text, grantedOn, awaits, day);
    }
}
