package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.costplan.CostPlan;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a town pays year by year (domain § 3.7): the rates of the base's year stand already, so what
 * falls into it is covered in the budget; the levy follows from the next year until the programme
 * ends.
 *
 * @param district cost for the district in this year, unknown while no start is planned
 * @param share part of the town; nothing in the year covered by the budget
 * @param perInhabitant that part per inhabitant, EUR with four decimals, for display only
 */
record TownYears(
        int year,
        Kind kind,
        @Nullable Money district,
        @Nullable Money share,
        @Nullable BigDecimal perInhabitant) {

    /** Years looked at when the end of the programme is not known. */
    private static final int USUAL_YEARS = 3;

    /** How a year is paid. */
    enum Kind {
        COVERED_IN_BUDGET,
        LEVIED,
        FUNDING_ENDED
    }

    static List<TownYears> of(
            LevyInputs inputs,
            LevyTable.Line line,
            @Nullable CostPlan plan,
            @Nullable Programme programme) {
        int first = inputs.base().year();
        int last = programme == null ? first + USUAL_YEARS : programme.validTo().getYear();
        var years = new ArrayList<TownYears>();
        Money covered = plan == null ? null : plan.costIn(first).orElse(null);
        years.add(new TownYears(first, Kind.COVERED_IN_BUDGET, covered, null, null));
        for (int year = first + 1; year <= Math.min(last, first + 10); year++) {
            years.add(
                    new TownYears(
                            year,
                            Kind.LEVIED,
                            inputs.apportioned(),
                            line.share(),
                            line.perInhabitant()));
        }
        inputs.amountWithoutGrant()
                .ifPresent(it -> {
                    LevyTable.Line ended = withoutGrant(inputs, line);
                    years.add(
                            new TownYears(
                                    last + 1,
                                    Kind.FUNDING_ENDED,
                                    it,
                                    ended.share(),
                                    ended.perInhabitant()));
                });
        return years;
    }

    private static LevyTable.Line withoutGrant(LevyInputs inputs, LevyTable.Line line) {
        var ended = new Scenario(null, true, Scenario.Key.BASE, null, null, List.of());
        return LevyTable.of(inputs, ended).lineOf(line.town().ags());
    }
}
