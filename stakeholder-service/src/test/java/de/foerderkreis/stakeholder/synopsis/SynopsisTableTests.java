package de.foerderkreis.stakeholder.synopsis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynopsisTableTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "Wir lehnen ab. ~ \"Wir lehnen ab.\"",
                "=HYPERLINK(1) ~ \"'=HYPERLINK(1)\"",
                "+49 ~ \"'+49\"",
                "-1 ~ \"'-1\"",
                "@SUM(A1) ~ \"'@SUM(A1)\"",
                "`  =1` ~ \"'  =1\"",
                "er sagte \"nein\" ~ \"er sagte \"\"nein\"\"\""
            })
    void disarmsWhatASpreadsheetWouldCalculate(String text, String cell) {
        assertThat(SynopsisTable.cell(text)).isEqualTo(cell);
    }
}
