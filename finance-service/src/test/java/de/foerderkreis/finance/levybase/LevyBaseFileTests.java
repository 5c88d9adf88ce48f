package de.foerderkreis.finance.levybase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.foerderkreis.finance.DemoFigures;
import de.foerderkreis.finance.levybase.LevyBaseSettings.Component;
import de.foerderkreis.finance.reference.Municipality;
import de.foerderkreis.finance.spreadsheet.RowError;
import de.foerderkreis.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevyBaseFileTests {

    private static final List<Component> COMPONENTS =
            List.of(
                    new Component("TAX_POWER", "tax_power_eur"),
                    new Component("KEY_ALLOCATION", "key_allocation_eur"));
    private static final List<Municipality> TOWNS =
            DemoFigures.municipalities().stream()
                    .map(it ->
                            new Municipality(
                                    it.getField("ags"),
                                    it.getField("name"),
                                    it.getField("type"),
                                    Integer.parseInt(it.getField("inhabitants")),
                                    Boolean.parseBoolean(it.getField("own_youth_office"))))
                    .toList();
    private static final String ALFTER = "05382004,Alfter,Gemeinde,23100,17512345,2287655,false";

    @Test
    void readsTheNineteenMunicipalities() {
        var content = read(DemoFigures.municipalitiesText());

        assertThat(content.errors()).isEmpty();
        assertThat(content.rows()).isEqualTo(19);
        assertThat(content.total()).isEqualTo(Money.parse("650300000.00"));
        assertThat(content.entries().getFirst().components())
                .containsEntry("TAX_POWER", Money.parse("17512345.00"))
                .containsEntry("KEY_ALLOCATION", Money.parse("2287655.00"));
        assertThat(content.missing(TOWNS)).isEmpty();
    }

    @Test
    void takesWhatGermanExcelWrites() {
        var content =
                read(
                        "\uFEFF"
                                + DemoFigures.municipalitiesText()
                                        .replace(',', ';')
                                        .replace("\n", "\r\n"));

        assertThat(content.errors()).isEmpty();
        assertThat(content.total()).isEqualTo(Money.parse("650300000.00"));
    }

    @Test
    void saysWhichMunicipalityIsMissing() {
        var content =
                read(
                        DemoFigures.municipalitiesText()
                                .lines()
                                .filter(it -> !it.startsWith("05382068"))
                                .reduce("", (text, line) -> text + line + "\n"));

        assertThat(content.rows()).isEqualTo(18);
        assertThat(content.missing(TOWNS))
                .extracting(Municipality::name)
                .containsExactly("Troisdorf");
    }

    @ParameterizedTest(name = "{0} → {2} in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "05382004,Alfter,Gemeinde,23100,-1,2287655,false|tax_power_eur|negative",
                "05382004,Alfter,Gemeinde,23100,17.512.345,2287655,false|tax_power_eur|not-an-amount",
                "05382004,Alfter,Gemeinde,23100,17512345,,false|key_allocation_eur|not-an-amount",
                "05382004,Alfter,Gemeinde,0,17512345,2287655,false|inhabitants|not-a-count",
                "05382004,Alfter,Gemeinde,viele,17512345,2287655,false|inhabitants|not-a-count",
                "05382004,Alfter,Gemeinde,23100,17512345,2287655,ja|own_youth_office|not-true-or-false",
                "05315000,Köln,Stadt,1000000,17512345,2287655,true|ags|unknown-ags",
                "5382004,Alfter,Gemeinde,23100,17512345,2287655,false|ags|not-an-ags",
                "05382004,Alfter,Gemeinde,23100,17512345,2287655||field-count",
            })
    void namesTheRowAndTheColumnOfAnError(String line, String column, String code) {
        var content = read(DemoFigures.municipalitiesText().replace(ALFTER, line));

        assertThat(content.errors())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.row()).isEqualTo(2);
                    assertThat(it.column()).isEqualTo(column == null ? "" : column);
                    assertThat(it.code()).isEqualTo(code);
                });
    }

    @Test
    void namesEveryErrorAtOnce() {
        var content =
                read(
                        DemoFigures.municipalitiesText()
                                        .replace(ALFTER, "05315000,Köln,Stadt,0,-1,x,maybe")
                                + ALFTER
                                + "\n"
                                + ALFTER
                                + "\n");

        assertThat(content.errors())
                .extracting(RowError::code)
                .containsExactly(
                        "unknown-ags",
                        "not-a-count",
                        "not-true-or-false",
                        "negative",
                        "not-an-amount",
                        "duplicate-ags");
        assertThat(content.errors().getLast().row()).isEqualTo(22);
        assertThat(content.errors().getLast().args()).containsExactly("05382004", 21);
    }

    @Test
    void wrongColumnsAreNamedInTheHeader() {
        var content =
                read(
                        DemoFigures.municipalitiesText()
                                .replace("key_allocation_eur", "schluesselzuweisung"));

        assertThat(content.errors())
                .extracting(RowError::row, RowError::column, RowError::code)
                .containsExactly(
                        tuple(1, "key_allocation_eur", "missing-column"),
                        tuple(1, "schluesselzuweisung", "unknown-column"));
    }

    @Test
    void aFileThatIsNoTextInUtf8IsRefused() {
        byte[] latin = DemoFigures.municipalitiesText().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(codes(latin)).containsExactly("wrong-encoding");
        assertThat(codes(new byte[] {'M', 'Z', 0, 0, 3})).containsExactly("wrong-encoding");
        assertThat(codes(new byte[0])).containsExactly("empty-file");
        assertThat(codes(new byte[1_000_001])).containsExactly("file-too-large");
    }

    @Test
    void aHeaderAloneIsNothing() {
        assertThat(
                        read(DemoFigures.municipalitiesText().lines().findFirst().orElseThrow())
                                .errors())
                .extracting(RowError::code)
                .containsExactly("no-rows");
    }

    @Test
    void withoutMunicipalitiesNothingCanBeRead() {
        assertThat(
                        LevyBaseFile.read(DemoFigures.municipalitiesFile(), COMPONENTS, List.of())
                                .errors())
                .extracting(RowError::code)
                .containsExactly("no-municipalities");
    }

    private static List<String> codes(byte[] file) {
        return LevyBaseFile.read(file, COMPONENTS, TOWNS).errors().stream()
                .map(RowError::code)
                .toList();
    }

    private static LevyBaseFile.Content read(String text) {
        return LevyBaseFile.read(text.getBytes(StandardCharsets.UTF_8), COMPONENTS, TOWNS);
    }
}
