package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.apportionment.Rate;
import de.foerderkreis.finance.apportionment.Weight;
import de.foerderkreis.finance.costplan.CostPlan;
import de.foerderkreis.finance.levybase.LevyBase;
import de.foerderkreis.finance.levybase.LevyBases.LevyRate;
import de.foerderkreis.platform.money.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a levy effect was computed from, as it was then. Its canonical text is stored with the
 * effect, so that the table can be computed again byte by byte years later.
 *
 * @param format version of this shape; a change gets another number, old texts stay readable
 * @param amount what is apportioned, decimal string, EUR
 * @param costPlan plan the amount comes from, absent when it was given by hand
 * @param rateInForce rate of the base's year, absent when nobody entered one
 * @param towns by ascending AGS
 */
record LevyInputs(
        int format,
        String amount,
        Base base,
        @Nullable Plan costPlan,
        @Nullable RateInForce rateInForce,
        List<Town> towns) {

    private static final int FORMAT = 1;

    /** Version of the levy base. */
    record Base(UUID id, int year, String status, LocalDate asOf, String contentSha256) {}

    /** Version of the cost plan. */
    record Plan(UUID id, long version, String net, String grant) {}

    /** Levy rate, percent with two decimals. */
    record RateInForce(String rate, String source) {}

    /** One municipality with its figures. */
    record Town(
            String ags,
            String name,
            int inhabitants,
            boolean ownYouthOffice,
            List<Part> components,
            String base) {

        public Money baseAmount() {
            return Money.parse(base);
        }

        Weight byBase() {
            return new Weight(ags, BigInteger.valueOf(baseAmount().cents()));
        }

        Weight byInhabitants() {
            return new Weight(ags, BigInteger.valueOf(inhabitants));
        }
    }

    /** One component of a base. */
    record Part(String code, String amount) {}

    static LevyInputs of(
            Money amount, LevyBase base, @Nullable CostPlan plan, @Nullable LevyRate rateInForce) {
        return new LevyInputs(
                FORMAT,
                amount.toString(),
                new Base(
                        base.id(),
                        base.year(),
                        base.status().name(),
                        base.asOf(),
                        base.contentSha256()),
                plan == null
                        ? null
                        : new Plan(
                                plan.id(),
                                plan.version(),
                                plan.totals().net().toString(),
                                plan.totals().grant().toString()),
                rateInForce == null
                        ? null
                        : new RateInForce(rateInForce.rate().toString(), rateInForce.source()),
                base.entries().stream().map(LevyInputs::town).toList());
    }

    private static Town town(LevyBase.Entry entry) {
        return new Town(
                entry.ags(),
                entry.name(),
                entry.inhabitants(),
                entry.ownYouthOffice(),
                entry.components().entrySet().stream()
                        .map(it -> new Part(it.getKey(), it.getValue().toString()))
                        .toList(),
                entry.base().toString());
    }

    public Money apportioned() {
        return Money.parse(amount);
    }

    Optional<Rate> currentRate() {
        return Optional.ofNullable(rateInForce).flatMap(it -> Rate.parse(it.rate()));
    }

    /** Cost when the posts are kept and the grant ends (domain § 3.7), if a plan is known. */
    public Optional<Money> amountWithoutGrant() {
        return Optional.ofNullable(costPlan)
                .map(it -> Money.parse(it.net()).plus(Money.parse(it.grant())));
    }
}
