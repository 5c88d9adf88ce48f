package de.foerderkreis.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalutationTests {

    @ParameterizedTest
    @CsvSource({
        "FRAU, MAYOR, Erika Muster, Sehr geehrte Frau Bürgermeisterin Muster",
        "HERR, MAYOR, Dr. Max von der Aue, Sehr geehrter Herr Bürgermeister Dr. von der Aue",
        "HERR, LANDRAT, Karl Beispiel, Sehr geehrter Herr Landrat Beispiel",
        "FRAU, LANDRAT, Prof. Dr. Eva Klein, Sehr geehrte Frau Landrätin Prof. Dr. Klein",
        "HERR, CLERK, Jan Meyer-Lüdenscheid, Sehr geehrter Herr Meyer-Lüdenscheid",
        "NEUTRAL, MAYOR, Kim Offen, Guten Tag Kim Offen",
        "FRAU, CLERK, Muster, Sehr geehrte Frau Muster",
        "HERR, CLERK, van Gelder, Sehr geehrter Herr van Gelder",
        "NEUTRAL, PARTNER_CONTACT, Kontakt caritas, Guten Tag Kontakt caritas",
    })
    void fitsPersonAndOffice(String salutation, String function, String name, String expected) {
        assertThat(Salutation.of(salutation, function, name, Locale.GERMAN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "FRAU, MAYOR, Erika Muster, Dear Mayor Muster",
        "FRAU, CLERK, Erika Muster, Dear Ms Muster",
        "HERR, HEAD, Dr. Max Muster, Dear Mr Dr. Muster",
        "NEUTRAL, MAYOR, Kim Offen, Dear Kim Offen",
    })
    void fitsInEnglishToo(String salutation, String function, String name, String expected) {
        assertThat(Salutation.of(salutation, function, name, Locale.ENGLISH)).isEqualTo(expected);
    }
}
