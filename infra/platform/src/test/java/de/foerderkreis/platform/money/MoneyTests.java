package de.foerderkreis.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTests {

    @ParameterizedTest
    @CsvSource({"80000.00,8000000", "0.1,10", "-0.05,-5", "7,700", "-12.30,-1230"})
    void readsADecimalString(String text, long cents) {
        assertThat(Money.parse(text)).isEqualTo(new Money(cents));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,50",
                "1.234",
                "1e5",
                "1.",
                ".5",
                " 1",
                "+1",
                "80.000,00",
                "9999999999999999",
                "٣"
            })
    void refusesEverythingElse(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Money.parse(text));
    }

    @Test
    void calculatesExactlyOrNotAtAll() {
        assertThat(Money.ofEuros(2).plus(Money.ofCents(1)).minus(Money.ofCents(2)).times(3))
                .isEqualTo(Money.ofCents(597));
        assertThat(Money.sum(List.of(Money.ofCents(10), Money.ofCents(-30))))
                .isEqualTo(Money.ofCents(-20));
        assertThat(Money.ofCents(-1).isNegative()).isTrue();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofCents(Long.MAX_VALUE).plus(Money.ofCents(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofEuros(Long.MAX_VALUE));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofCents(Long.MIN_VALUE).negate());
    }

    @Test
    void isAStringInJson() {
        var json = JsonMapper.builder().build();
        assertThat(json.writeValueAsString(Money.ofEuros(80_000))).isEqualTo("\"80000.00\"");
        assertThat(json.readValue("\"-0.05\"", Money.class)).isEqualTo(Money.ofCents(-5));
    }
}
