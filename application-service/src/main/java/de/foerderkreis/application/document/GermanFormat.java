package de.foerderkreis.application.document;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Figures and days as an official German document writes them, whatever the language of the reader
 * or of the machine; templates of documents reach it as {@code form}.
 */
public final class GermanFormat {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMANY);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm 'Uhr'", Locale.GERMANY);

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm:ss 'Uhr'", Locale.GERMANY);

    /** The one there is. */
    public static final GermanFormat FORM = new GermanFormat();

    private GermanFormat() {}

    /** {@code 80.000,00 €}; the blank does not break. */
    public String money(Money amount) {
        return number(BigDecimal.valueOf(amount.cents(), 2), 2) + "\u00a0€";
    }

    /** {@code 0,0123} of a decimal string, with as many decimals as it has. */
    public String decimal(String value) {
        var number = new BigDecimal(value);
        return number(number, Math.max(0, number.scale()));
    }

    /** {@code 3,5}: without zeros at the end. */
    public String posts(String fte) {
        var number = new BigDecimal(fte).stripTrailingZeros();
        return number(number, Math.max(0, number.scale()));
    }

    /** {@code 17.02.2014}. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 07.03.2014, 10:00 Uhr} in Berlin. */
    public String minute(Instant instant) {
        return MINUTE.format(instant.atZone(BusinessClock.ZONE));
    }

    /** {@code 07.03.2014, 10:00:59 Uhr} in Berlin. */
    public String second(Instant instant) {
        return SECOND.format(instant.atZone(BusinessClock.ZONE));
    }

    private static String number(BigDecimal value, int decimals) {
        return new DecimalFormat(
                        "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)),
                        DecimalFormatSymbols.getInstance(Locale.GERMANY))
                .format(value)
                .replace('-', '\u2212');
    }
}
