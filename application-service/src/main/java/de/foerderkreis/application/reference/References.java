package de.foerderkreis.application.reference;

import de.foerderkreis.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of the others by their events; never the place to decide about their
 * data.
 */
public interface References {

    /** Rounds of a case, the latest first. */
    List<Round> rounds(UUID caseId);

    /** The present cost plan of a case. */
    Optional<CostPlan> costPlan(UUID caseId);

    /** The latest levy effect of a case. */
    Optional<LevyEffect> levyEffect(UUID caseId);

    /** Member municipalities by AGS. */
    Map<String, Municipality> municipalities();

    /** Names of partner organisations by alias. */
    Map<String, String> partners();

    /** Whether a municipality was asked in a round of the case. */
    boolean concerns(UUID caseId, String ags);

    /** Cases in whose rounds a municipality was asked. */
    List<UUID> casesOf(String ags);

    /** A member municipality. */
    record Municipality(String ags, String name, int inhabitants) {}

    /**
     * Yearly figures of a case.
     *
     * @param net what remains for the district and its towns: gross minus grant minus saving (F33)
     */
    record CostPlan(UUID id, Money gross, Money grant, Money saving, Money net) {}

    /**
     * The net cost apportioned to the towns (F35).
     *
     * @param rateDelta percentage points of the levy rate, four decimals
     * @param shares by AGS; they sum to the amount
     */
    record LevyEffect(
            UUID id, Money amount, String rateDelta, String inputHash, Map<String, Money> shares) {}

    /**
     * A consultation round and how it stands. Everything but the ids may still be missing while
     * events are under way.
     *
     * @param dueOn last day for a reply; it ends at 24:00 Europe/Berlin
     * @param statements what counts per municipality: its last statement on time, or a late one
     *     where there is no other
     */
    record Round(
            UUID id,
            UUID caseId,
            @Nullable String title,
            @Nullable String kind,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate dueOn,
            @Nullable Instant closedAt,
            List<String> addressees,
            List<Statement> statements,
            List<Tally> tallies) {

        public boolean closed() {
            return closedAt != null;
        }

        public int asked() {
            return addressees.size();
        }

        /** Municipalities whose answer is in, late ones included. */
        public int answered() {
            return statements.size();
        }

        public int onTime() {
            return (int) statements.stream().filter(it -> !it.late()).count();
        }

        public int late() {
            return answered() - onTime();
        }

        /**
         * Municipalities without an answer when the time ended, by AGS; a late answer does not take
         * one off the list, as in the result of the round.
         */
        public List<String> unansweredInTime() {
            return addressees.stream()
                    .filter(ags -> of(ags).filter(it -> !it.late()).isEmpty())
                    .sorted()
                    .toList();
        }

        /** Municipalities that have not answered, by AGS. */
        public List<String> silent() {
            return addressees.stream().filter(ags -> of(ags).isEmpty()).sorted().toList();
        }

        /** What a municipality answered. */
        public Optional<Statement> of(String ags) {
            return statements.stream().filter(it -> it.ags().equals(ags)).findFirst();
        }
    }

    /** A delivered statement: the position, never the text. */
    record Statement(String ags, String position, boolean late, Instant receivedAt) {}

    /** A line of a closed round's result, by heads, inhabitants and levy base. */
    record Tally(String position, int heads, long inhabitants, @Nullable String levyBase) {}
}
