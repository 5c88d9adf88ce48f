package de.foerderkreis.finance.levyeffect;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a consultation round shows its addressees.
 *
 * @param effectId effect that held when the round was opened; absent if there was none
 * @param dueOn last day for a reply
 */
record RoundDisclosure(
        UUID roundId,
        UUID caseId,
        String title,
        LocalDate sentOn,
        LocalDate dueOn,
        @Nullable UUID effectId) {}
