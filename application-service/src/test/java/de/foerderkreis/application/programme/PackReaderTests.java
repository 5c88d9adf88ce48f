package de.foerderkreis.application.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.platform.money.Money;
import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class PackReaderTests {

    static {
        Locale.setDefault(Locale.ROOT);
    }

    final PackReader reader =
            new PackReader(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void readsTheShippedPackOfTheIntegrationCentres() throws IOException {
        var pack = reader.read("ki-2012.yml", shipped().getBytes(StandardCharsets.UTF_8));
        assertThat(pack.code()).isEqualTo("KI-2012");
        assertThat(pack.grantCapPerYear()).isEqualTo(Money.ofEuros(170_000));
        assertThat(pack.maxPosts()).isEqualByComparingTo("3.5");
        assertThat(pack.validFrom()).isEqualTo("2012-06-25");
        assertThat(pack.validTo()).isEqualTo("2017-12-31");
        assertThat(pack.requirements())
                .extracting(Programme.RequirementRule::code)
                .containsExactly("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9");
        assertThat(pack.annexes())
                .extracting(Programme.AnnexRule::no)
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(pack.stages())
                .extracting(Programme.Stage::authority)
                .containsExactly("MAIS", "BRA");
        assertThat(pack.inKind()).extracting(Programme.InKind::count).containsExactly(2);
        assertThat(pack.useDeadline()).isEqualTo(Period.ofMonths(2));
        assertThat(pack.conceptMaxAgeYears()).isEqualTo(3);
        assertThat(pack.drawdownDates()).contains(MonthDay.of(2, 15));
        assertThat(pack.validOn(LocalDate.of(2017, 12, 31))).isTrue();
        assertThat(pack.validOn(LocalDate.of(2018, 1, 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    grantCapPerYear: "170000.00"     | grantCapPerYear: "180000.00"      | grantCapPerYear           | not the sum
                    validTo: 2017-12-31              | validTo: 2011-12-31               | validTo                   | before validFrom
                    principleAuthority: MAIS         | principleAuthority: MAGS          | principleAuthority        | not listed
                    maxFtePerPost: 0.5               | maxFtePerPost: 0                  | postCategories[2].maxFte  | greater than 0
                    code: KI-2012                    | code: ki 2012                     | code                      | must match
                    conceptMaxAgeYears: 3            | conceptMaxAge: 3                  | conceptMaxAgeYears        | is missing
                    decree: Erlass                   | decre: Erlass                     | decre                     | Unrecognized
                    validFrom: 2012-06-25            | validFrom: 25.06.2012             | validFrom                 | 25.06.2012
                    financingType: FIXED_AMOUNT      | financingType: FESTBETRAG         | financingType             | FESTBETRAG
                    prerequisites: [1]               | prerequisites: [3]                | stages[1].prerequisites   | no earlier stage
                    - code: R9                       | - code: R8                        | requirements[8]           | twice
                      - no: 6                        |   - no: 5                         | annexes[5]                | twice
                    useDeadline: P2M                 | useDeadline: two months           | useDeadline               | two months
                    dependsOn: [M1]                  | dependsOn: [M9]                   | milestones[1].dependsOn   | no other milestone
                    stage: 1                         | stage: 3                          | milestones[0].stage       | not in this pack
                    planned: 2014-Q4                 | planned: 2014-Q5                  | milestones[4]             | 2014-Q5
                    evidence: [CONCEPT_COORDINATION] | evidence: [HEARSAY]               | requirements[0].checks    | does not take
                    """)
    void aBrokenPackNamesFilePathAndProblem(String right, String wrong, String path, String problem)
            throws IOException {
        var text = shipped();
        assertThat(text).contains(right.strip());
        var broken = text.replaceFirst(java.util.regex.Pattern.quote(right.strip()), wrong.strip());
        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() -> reader.read("own.yml", broken.getBytes(StandardCharsets.UTF_8)))
                .withMessageStartingWith("Programme pack own.yml is broken at " + path)
                .withMessageContaining(problem)
                .matches(it -> it.getMessage().lines().count() == 1, "is one sentence");
    }

    @Test
    void anEmptyPackAndOneThatIsNoYamlAreBroken() {
        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() -> reader.read("empty.yml", new byte[0]));
        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() ->
                        reader.read("torn.yml", "\tcode: KI".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("torn.yml")
                .withMessageContaining("line");
    }

    @Test
    void twoPacksOfOneCodeAreBroken() throws IOException {
        var bytes = shipped().getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() ->
                        ProgrammePacks.read(
                                reader, List.of(named("one.yml", bytes), named("two.yml", bytes))))
                .withMessageContaining("two.yml")
                .withMessageContaining("already the code of one.yml");
    }

    @Test
    void aBrokenPackStopsTheStartWithOneSentence() {
        var analysis =
                new BrokenPackAnalyzer()
                        .analyze(
                                new IllegalStateException(
                                        new BrokenPack("own.yml", "validTo", "is missing")));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .isEqualTo("Programme pack own.yml is broken at validTo: is missing");
    }

    @Test
    void aProgrammeOfAnotherFinancingTypeIsDataToo() throws IOException {
        var other =
                shipped()
                        .replace("code: KI-2012", "code: KI-2020")
                        .replace("FIXED_AMOUNT", "FULL_UP_TO_CAP")
                        .replace("posts: 2\n", "posts: 5\n")
                        .replace("capPerPost: \"50000.00\"", "capPerPost: \"55000.00\"")
                        .replace("capPerPost: \"20000.00\"", "capPerPost: \"22500.00\"")
                        .replace("\"170000.00\"", "\"352500.00\"");
        var pack = reader.read("ki-2020.yml", other.getBytes(StandardCharsets.UTF_8));
        assertThat(pack.maxPosts()).isEqualByComparingTo("6.5");
        assertThat(pack.financingType()).isEqualTo(Programme.FinancingType.FULL_UP_TO_CAP);
    }

    private static String shipped() throws IOException {
        return new ClassPathResource("programmes/ki-2012.yml")
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static ByteArrayResource named(String name, byte[] bytes) {
        return new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
