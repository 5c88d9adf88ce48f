package de.foerderkreis.finance.apportionment;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.finance.DemoFigures;
import de.foerderkreis.platform.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateViewTests {

    private static final List<Money> BASES =
            List.copyOf(DemoFigures.expected("levy_base_eur").values());
    private static final Money WHOLE = Money.sum(BASES);
    private static final Money NET = Money.parse("80000.00");
    private static final Rate IN_FORCE = new Rate(3613);

    @Test
    void agreesWithTestVectorB() {
        assertThat(WHOLE).isEqualTo(Money.parse("650300000.00"));
        var view = RateView.of(IN_FORCE, new Rate(3614), NET, BASES);

        assertThat(view.currentLevy()).isEqualTo(Money.parse("234953390.00"));
        assertThat(view.need()).isEqualTo(Money.parse("235033390.00"));
        assertThat(view.exactRate().toPlainString()).isEqualTo("36.1423020");
        assertThat(view.levy()).isEqualTo(Money.parse("235018420.00"));
        assertThat(view.difference()).isEqualTo(Money.parse("-14970.00"));

        var over = RateView.of(IN_FORCE, new Rate(3615), NET, BASES);
        assertThat(over.levy()).isEqualTo(Money.parse("235083450.00"));
        assertThat(over.difference()).isEqualTo(Money.parse("50060.00"));
    }

    @Test
    void noticesRoundedOneByOneDoNotSumToTheLevy() {
        assertThat(RateView.of(IN_FORCE, IN_FORCE, Money.ZERO, BASES).noticesSum())
                .isEqualTo(Money.parse("234953390.01"));
        assertThat(Rate.SMALLEST_STEP.on(WHOLE)).isEqualTo(Money.parse("65030.00"));
        assertThat(Money.sum(BASES.stream().map(Rate.SMALLEST_STEP::on).toList()))
                .isEqualTo(Money.parse("65030.01"));
        var doubleBudget = RateView.of(IN_FORCE, new Rate(3659), NET, BASES);
        assertThat(doubleBudget.levy()).isEqualTo(Money.parse("237944770.00"));
        assertThat(doubleBudget.noticesSum()).isEqualTo(Money.parse("237944770.01"));
    }

    @Test
    void theEffectOnTheRateIsATinyPartOfAPoint() {
        assertThat(RateView.delta(NET, WHOLE, 4).toPlainString()).isEqualTo("0.0123");
        assertThat(RateView.delta(NET, WHOLE, 7).toPlainString()).isEqualTo("0.0123020");
        assertThat(RateView.delta(Money.parse("250000.00"), WHOLE, 4).toPlainString())
                .isEqualTo("0.0384");
    }

    @Test
    void theSmallestRateThatMeetsTheNeedIsFound() {
        assertThat(RateView.covering(IN_FORCE, NET, WHOLE)).isEqualTo(new Rate(3615));
        assertThat(RateView.covering(IN_FORCE, Money.parse("65030.00"), WHOLE))
                .isEqualTo(new Rate(3614));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"36.14|3614", "36,1|3610", "36|3600", "100.00|10000"})
    void readsRatesAsPeopleWriteThem(String text, int hundredths) {
        assertThat(Rate.parse(text)).contains(new Rate(hundredths));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "36.145", "100.01", "36 %", "1e2", "999"})
    void refusesWhatIsNoRate(String text) {
        assertThat(Rate.parse(text)).isEmpty();
    }

    @Test
    void writesTwoDecimalsAlways() {
        assertThat(new Rate(3605)).hasToString("36.05");
        assertThat(new Rate(3600)).hasToString("36.00");
        assertThat(new Rate(7)).hasToString("0.07");
    }
}
