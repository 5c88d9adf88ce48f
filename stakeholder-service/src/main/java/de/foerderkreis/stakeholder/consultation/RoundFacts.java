package de.foerderkreis.stakeholder.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other features of this service need to know of a round.
 *
 * @param prepared whether it was not sent yet
 * @param open whether replies are still in time
 * @param published whether the towns were given its synopsis
 * @param towns those asked, by AGS; empty before the opening
 */
public record RoundFacts(
        UUID id,
        UUID caseId,
        @Nullable String caseTitle,
        String title,
        @Nullable LocalDate sentOn,
        LocalDate dueOn,
        @Nullable Integer conceptionVersion,
        boolean prepared,
        boolean open,
        boolean published,
        List<Town> towns) {

    /**
     * One town asked.
     *
     * @param contactId its mayor's contact at the opening, absent when the office was vacant
     */
    public record Town(String ags, String name, int inhabitants, @Nullable UUID contactId) {}

    /** Whether its deadline is over and its result can be released. */
    public boolean closed() {
        return !prepared && !open;
    }
}
