package de.foerderkreis.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

class FormatsTests {

    private final Formats formats = new Formats(() -> Instant.parse("2014-02-25T23:30:00Z"));

    @BeforeEach
    void german() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
    }

    @AfterEach
    void reset() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @Test
    void writesMoneyAsTheReaderExpects() {
        assertThat(formats.money(8_000_000L)).isEqualTo("80.000,00\u00a0€");
        assertThat(formats.money(-5L)).isEqualTo("\u22120,05\u00a0€");
        assertThat(formats.money("80000.00")).isEqualTo("80.000,00\u00a0€");
        assertThat(formats.euros(1_202_550L)).isEqualTo("12.026\u00a0€");
        english();
        assertThat(formats.money(8_000_000L)).isEqualTo("€80,000.00");
        assertThat(formats.money(-123_456L)).isEqualTo("\u2212€1,234.56");
    }

    @Test
    void writesADashForWhatIsMissing() {
        assertThat(formats.money((Long) null)).isEqualTo("–");
        assertThat(formats.date(null)).isEqualTo("–");
        assertThat(formats.percentOf(1, 0, 1)).isEqualTo("–");
        assertThat(formats.iso(null)).isEmpty();
    }

    @Test
    void keepsEveryCentOfTheLargestAmount() {
        assertThat(formats.money(Long.MAX_VALUE)).isEqualTo("92.233.720.368.547.758,07\u00a0€");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "80.000,00;8000000",
                "80000,5;8000050",
                "80,000.00;8000000",
                "80000;8000000",
                "80.000;8000000",
                "1.234.567,89 €;123456789",
                "-12,30;-1230",
                "0,05;5",
                "12.5;1250"
            })
    void readsAmountsAsPeopleWriteThem(String text, long cents) {
        assertThat(Formats.cents(text)).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "viel",
                "80.00O,0",
                "1,2345",
                "1.23.456",
                "12,",
                "--5",
                "1.000.00,0",
                "65.000,001"
            })
    void refusesWhatIsNoAmount(String text) {
        assertThatThrownBy(() -> Formats.cents(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void whatIsWrittenIntoAFieldCanBeReadAgain() {
        for (var cents : new long[] {0, 5, -5, 100_000, 8_000_000, 123_456_789_012L}) {
            assertThat(Formats.cents(formats.moneyInput(cents))).isEqualTo(cents);
            english();
            assertThat(Formats.cents(formats.moneyInput(cents))).isEqualTo(cents);
            german();
        }
    }

    @Test
    void writesDaysOfBerlin() {
        assertThat(formats.date(Instant.parse("2014-03-03T23:30:00Z"))).isEqualTo("04.03.2014");
        assertThat(formats.date(LocalDate.of(2014, 2, 25))).isEqualTo("25.02.2014");
        assertThat(formats.date("2014-02-25")).isEqualTo("25.02.2014");
        assertThat(formats.dateTime(Instant.parse("2014-07-01T12:32:00Z")))
                .isEqualTo("01.07.2014, 14:32\u00a0Uhr");
        english();
        assertThat(formats.date(LocalDate.of(2014, 2, 25))).isEqualTo("25 Feb 2014");
    }

    @Test
    void countsDaysByBusinessTimeInBerlin() {
        assertThat(formats.dueIn(LocalDate.of(2014, 2, 26))).isEqualTo("heute");
        assertThat(formats.dueIn(LocalDate.of(2014, 2, 27))).isEqualTo("morgen");
        assertThat(formats.dueIn(LocalDate.of(2014, 3, 4))).isEqualTo("in 6 Tagen");
        assertThat(formats.dueIn(LocalDate.of(2014, 2, 25))).isEqualTo("seit gestern vorbei");
        assertThat(formats.overdue(LocalDate.of(2014, 2, 26))).isFalse();
        assertThat(formats.overdue(LocalDate.of(2014, 2, 25))).isTrue();
        english();
        assertThat(formats.dueIn(LocalDate.of(2014, 2, 20))).isEqualTo("passed 6 days ago");
    }

    @Test
    void writesSharesAndNumbers() {
        assertThat(formats.percent(new BigDecimal("36.14"), 2)).isEqualTo("36,14\u00a0%");
        assertThat(formats.percentOf(13, 19, 1)).isEqualTo("68,4\u00a0%");
        assertThat(formats.number(580_000)).isEqualTo("580.000");
        assertThat(formats.fraction(13, 19)).isEqualTo("13 von 19");
        assertThat(formats.size(1_400_000)).isEqualTo("1,4\u00a0MB");
        english();
        assertThat(formats.percent(new BigDecimal("36.14"), 2)).isEqualTo("36.14%");
        assertThat(formats.fraction(13, 19)).isEqualTo("13 of 19");
    }
}
