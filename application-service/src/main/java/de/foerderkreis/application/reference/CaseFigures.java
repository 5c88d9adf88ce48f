package de.foerderkreis.application.reference;

import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What texts and annexes of a case are made of, as the other services told it by event; never the
 * place to decide about it.
 */
public interface CaseFigures {

    /** The present cost plan line by line, what annex 1 (F77) is made of. */
    Optional<CostTable> costTable(UUID caseId);

    /** The latest levy effect town by town, what annex 2 (F78) is made of. */
    Optional<LevyTable> levyTable(UUID caseId);

    /** The present staffing and premises plan (F31, F32). */
    Optional<Staffing> staffing(UUID caseId);

    /** Informal rulings that bind the planning (F30), the earliest first. */
    List<Ruling> rulings(UUID caseId);

    /** Positions of bodies (F64), the earliest first. */
    List<BodyPosition> bodyPositions(UUID caseId);

    /** The synopsis of the round that was released last, what annex 6 (F82) is made of. */
    Optional<Synopsis> synopsis(UUID caseId);

    /**
     * Versions of the conception that a town was asked to judge; {@code 0} stands for a round that
     * named none.
     */
    List<Integer> judgedVersions(UUID caseId, String ags);

    /**
     * The cost plan.
     *
     * @param items lines as they stand in the plan; empty for plans from before lines were told
     */
    record CostTable(Money gross, Money grant, Money saving, Money net, List<CostLine> items) {}

    /**
     * A line of the cost plan.
     *
     * @param category {@code PERSONNEL, MATERIAL, GRANT, SAVING}
     * @param eligible whether the grant covers it (F28)
     */
    record CostLine(String category, String label, boolean eligible, Money amount) {}

    /**
     * The net cost apportioned to the towns (F35).
     *
     * @param rateDelta percentage points of the levy rate, decimal string
     * @param year budget year of the base, absent where it was not told
     */
    record LevyTable(
            Money amount,
            String rateDelta,
            @Nullable Integer year,
            String inputHash,
            List<LevyLine> lines) {}

    /**
     * What one town bears by computation.
     *
     * @param base levy base, absent where it was not told
     * @param perInhabitant decimal string with four places, absent where it was not told
     */
    record LevyLine(
            String ags, Money share, @Nullable Money base, @Nullable String perInhabitant) {}

    /** Posts in full-time equivalents as decimal string, released teachers, workplaces, rooms. */
    record Staffing(String fte, int teachers, int workplaces, int rooms) {}

    /** An informal ruling. */
    record Ruling(
            String authority, String outcome, @Nullable String minimumPosts, LocalDate ruledOn) {}

    /** What a body said in a meeting. */
    record BodyPosition(String body, LocalDate heldOn, String position) {}

    /** A released synopsis. */
    record Synopsis(
            UUID roundId,
            int version,
            LocalDate releasedOn,
            List<SynopsisReleased.Entry> entries) {}
}
