package de.foerderkreis.finance.costplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.finance.staffing.Fte;
import de.foerderkreis.finance.staffing.StaffingPlan;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostTotalsTests {

    @Test
    void theDemoPlanReachesExactlyEightyThousand() {
        CostTotals totals = CostTotals.of(DemoPlan.items());

        assertThat(totals.gross()).isEqualTo(Money.parse("320000.00"));
        assertThat(totals.grant()).isEqualTo(Money.parse("170000.00"));
        assertThat(totals.saving()).isEqualTo(Money.parse("70000.00"));
        assertThat(totals.net()).isEqualTo(Money.parse("80000.00"));
        assertThat(totals.netWithoutGrant()).isEqualTo(Money.parse("250000.00"));
    }

    @Test
    void halfAPostCostsHalfASalary() {
        assertThat(Quantity.parse("0.5").orElseThrow().times(Money.parse("44000.00")))
                .isEqualTo(Money.parse("22000.00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2.0|2.0", "2,0|2.0", "0.5|0.5", "8|8.0", "0.125|0.125", "0,750|0.75"})
    void quantitiesAreExactAndReadAsPeopleWriteThem(String text, String written) {
        assertThat(Quantity.parse(text)).map(Quantity::toString).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "0.0001", "1e3", "123456", "zwei"})
    void refusesWhatIsNoQuantity(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }

    @Test
    void halfACentIsRoundedUp() {
        assertThat(Quantity.parse("0.5").orElseThrow().times(Money.ofCents(1)))
                .isEqualTo(Money.ofCents(1));
    }

    @Test
    void twoMonthsOfTheFirstYearAreCoveredInTheBudget() {
        var plan = plan(1, LocalDate.of(2014, 11, 1), DemoPlan.items());
        assertThat(plan.costIn(2014)).contains(Money.parse("13333.33"));
        assertThat(plan.costIn(2015)).isEmpty();
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var inputs =
                List.of(
                        new ItemInput(" ", "PERSONNEL", true, "2.0", "65000.00", null, null),
                        new ItemInput("Reisen", "TRAVEL", null, "0", "-1.00", "x", "MOON"));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ItemInput.items(inputs, CostTotalsTests::money))
                .satisfies(it ->
                        assertThat(it.errors().stream().map(FieldError::field))
                                .containsExactly(
                                        "items[0].label",
                                        "items[1].category",
                                        "items[1].quantity",
                                        "items[1].unitAmount",
                                        "items[1].postCategory",
                                        "items[1].levyPool"));
    }

    @Test
    void aLaterVersionSaysWhatItChanged() {
        var before = plan(1, null, DemoPlan.items());
        var items = new ArrayList<>(DemoPlan.items());
        var assistant = items.get(2);
        items.set(
                2,
                new CostItem(
                        assistant.label(),
                        assistant.category(),
                        assistant.eligible(),
                        assistant.quantity(),
                        Money.parse("45000.00"),
                        assistant.postCategory(),
                        assistant.levyPool()));
        items.removeLast();
        var after = plan(2, LocalDate.of(2014, 11, 1), items);

        assertThat(after.changedSince(before))
                .containsExactly("startsOn", "items[2].unitAmount", "items[9]");
    }

    @Test
    void warnsOfPostsAndGrantsThatDoNotFitTheProgramme() {
        var programme = DemoPlan.programme();
        assertThat(CostWarning.of(DemoPlan.items(), programme, null, Locale.GERMAN)).isEmpty();

        var fewer = DemoPlan.items().stream().skip(1).toList();
        assertThat(CostWarning.of(fewer, programme, null, Locale.GERMAN))
                .extracting(CostWarning::code)
                .containsExactly("grant-above-eligible", "net-negative", "posts-below-programme");
    }

    @Test
    void warnsWherePlanAndPostsDisagreeBesideTheLineOfTheKind() {
        var programme = DemoPlan.programme();
        assertThat(
                        CostWarning.of(
                                DemoPlan.items(),
                                programme,
                                staff("2.00", "1.00", "0.50"),
                                Locale.GERMAN))
                .isEmpty();
        assertThat(
                        CostWarning.of(
                                DemoPlan.items(),
                                programme,
                                staff("2.00", "0.50", "0.50"),
                                Locale.GERMAN))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.item()).isEqualTo(1);
                    assertThat(it.code()).isEqualTo("posts-differ");
                    assertThat(it.args())
                            .containsExactly(
                                    new BigDecimal("0.50"),
                                    new BigDecimal("1.000"),
                                    "Verwaltungsfachkraft");
                });
        var without =
                DemoPlan.items().stream()
                        .filter(it -> !"ADMIN_ASSISTANT".equals(it.postCategory()))
                        .toList();
        assertThat(CostWarning.of(without, programme, staff("2.00", "1.00", "0.50"), Locale.GERMAN))
                .extracting(CostWarning::code)
                .contains("posts-without-line");
    }

    private static StaffingPlan.Content staff(String education, String admin, String assistant) {
        return new StaffingPlan.Content(
                List.of(
                        post("EDUCATION_SPECIALIST", education),
                        post("ADMIN_SPECIALIST", admin),
                        post("ADMIN_ASSISTANT", assistant)),
                2,
                8,
                4,
                "");
    }

    private static StaffingPlan.Post post(String category, String fte) {
        return new StaffingPlan.Post(category, 2, Fte.parse(fte).orElseThrow());
    }

    private static CostPlan plan(long version, LocalDate startsOn, List<CostItem> items) {
        return new CostPlan(
                new UUID(0, version),
                new UUID(0, 0),
                version,
                startsOn,
                items,
                CostTotals.of(items),
                Instant.EPOCH);
    }

    private static Optional<Money> money(String text) {
        try {
            return Optional.of(Money.parse(text));
        } catch (IllegalArgumentException notAnAmount) {
            return Optional.empty();
        }
    }
}
