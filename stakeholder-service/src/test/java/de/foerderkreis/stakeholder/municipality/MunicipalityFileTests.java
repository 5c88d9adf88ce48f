package de.foerderkreis.stakeholder.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalityFileTests {

    private static final String HEADING = "ags,name,type,inhabitants,own_youth_office\n";
    private static final String MUCH = "05382036,Much,Gemeinde,14200,false\n";

    @Test
    void readsTheNineteenMunicipalitiesAndIgnoresTheMoney() throws IOException {
        try (var in =
                Objects.requireNonNull(getClass().getResourceAsStream("/municipalities.csv"))) {
            var file = MunicipalityFile.read(in.readAllBytes(), "05382");

            assertThat(file.errors()).isEmpty();
            assertThat(file.rows()).isEqualTo(19);
            assertThat(file.municipalities())
                    .contains(
                            new Municipality(
                                    "05382020",
                                    "Hennef (Sieg)",
                                    MunicipalityType.STADT,
                                    45_900,
                                    true));
        }
    }

    @Test
    void takesSemicolonsAndAByteOrderMark() {
        var file = read("\uFEFF" + (HEADING + MUCH).replace(',', ';'));

        assertThat(file.errors()).isEmpty();
        assertThat(file.municipalities()).hasSize(1);
    }

    @Test
    void takesColumnsInAnyOrder() {
        var file =
                read(
                        "name,own_youth_office,inhabitants,type,ags\n"
                                + "Much,nein,14200,Gemeinde,05382036\n");

        assertThat(file.municipalities())
                .containsExactly(
                        new Municipality(
                                "05382036", "Much", MunicipalityType.GEMEINDE, 14_200, false));
    }

    @Test
    void namesMissingAndUnknownColumns() {
        assertThat(read("ags,name,kind,inhabitants,own_youth_office\n").errors())
                .extracting(RowError::column, RowError::code)
                .containsExactly(tuple("type", "column-missing"), tuple("kind", "column-unknown"));
    }

    @Test
    void refusesAnotherEncoding() {
        var latin =
                (HEADING + "05382024,Königswinter,Stadt,39900,true\n")
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(MunicipalityFile.read(latin, "05382").errors())
                .extracting(RowError::code)
                .containsExactly("encoding");
    }

    @Test
    void refusesAMunicipalityTwiceAndNamesTheFirstRow() {
        assertThat(read(HEADING + MUCH + MUCH).errors())
                .containsExactly(RowError.of(3, "ags", "duplicate", "05382036", 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05315000,Köln,Stadt,1000000,true | ags | ags-unknown",
                "5382036,Much,Gemeinde,14200,false | ags | ags-format",
                "05382036,,Gemeinde,14200,false | name | name",
                "05382036,Much,Dorf,14200,false | type | type",
                "05382036,Much,Gemeinde,-14200,false | inhabitants | negative",
                "05382036,Much,Gemeinde,14.2k,false | inhabitants | number",
                "05382036,Much,Gemeinde,99999999,false | inhabitants | number",
                "05382036,Much,Gemeinde,14200,maybe | own_youth_office | yes-or-no",
                "05382036,Much,Gemeinde,14200 | '' | field-count"
            })
    void namesRowAndColumnOfAWrongCell(String row, String column, String code) {
        assertThat(read(HEADING + row + "\n").errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.row()).isEqualTo(2);
                    assertThat(error.column()).isEqualTo(column);
                    assertThat(error.code()).isEqualTo(code);
                });
    }

    @Test
    void reportsEveryErrorAtOnce() {
        var file = read(HEADING + "05315000,Köln,Dorf,-1,maybe\n" + MUCH);

        assertThat(file.errors()).hasSize(4);
        assertThat(file.rows()).isEqualTo(2);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(read("").errors()).extracting(RowError::code).containsExactly("empty");
        assertThat(read(HEADING).errors()).extracting(RowError::code).containsExactly("empty");
    }

    private static MunicipalityFile read(String text) {
        return MunicipalityFile.read(text.getBytes(StandardCharsets.UTF_8), "05382");
    }
}
