package de.foerderkreis.finance.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.foerderkreis.finance.reference.Authority;
import de.foerderkreis.finance.reference.PostCategory;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.staffing.StaffingInput.PostInput;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffingInputTests {

    private static final Programme KI_2012 =
            new Programme(
                    "KI-2012",
                    "Kommunale Integrationszentren",
                    LocalDate.of(2012, 6, 25),
                    LocalDate.of(2017, 12, 31),
                    "FIXED_AMOUNT",
                    Money.parse("170000.00"),
                    3_500,
                    List.of(
                            new PostCategory(
                                    "EDUCATION_SPECIALIST", "Fachkraft", "Specialist", 2, 1_000),
                            new PostCategory(
                                    "ADMIN_SPECIALIST", "Verwaltung", "Administration", 1, 1_000),
                            new PostCategory("ADMIN_ASSISTANT", "Hilfskraft", "Assistant", 1, 500)),
                    List.of(new Authority("LAKI", "Koordinierungsstelle", "Coordination office")));
    private static final Ruling LAKI =
            new Ruling("LAKI", LocalDate.of(2014, 2, 5), new Fte(350), 2);

    @Test
    void threeAndAHalfPostsAndTwoTeachersAreFiveAndAHalf() {
        var plan = input("2.00", "1,0", "0.5").read(KI_2012);

        assertThat(plan.fte()).hasToString("3.50");
        assertThat(plan.total()).hasToString("5.50");
        assertThat(plan.heads()).isEqualTo(6);
        assertThat(LAKI.isAbove(plan)).isFalse();
        assertThat(StaffingWarning.of(plan, KI_2012, LAKI, Locale.GERMAN)).isEmpty();
    }

    @Test
    void aTenthBelowTheRulingIsWarnedOfBesideItsLineAndTheSum() {
        var plan = input("1.90", "1.00", "0.50").read(KI_2012);

        assertThat(LAKI.isAbove(plan)).isTrue();
        assertThat(StaffingWarning.of(plan, KI_2012, LAKI, Locale.GERMAN))
                .extracting(StaffingWarning::field, StaffingWarning::code)
                .containsExactly(
                        tuple("posts[0].fte", "line-below-ruling"), tuple("fte", "below-ruling"));
        assertThat(StaffingWarning.of(plan, KI_2012, LAKI, Locale.GERMAN).getLast().args())
                .endsWith("Koordinierungsstelle", "05.02.2014");
    }

    @Test
    void withoutARulingFewerPostsAreOnlyPointedOut() {
        var plan = input("1.90", "1.00", "0.50").read(KI_2012);

        assertThat(StaffingWarning.of(plan, KI_2012, null, Locale.GERMAN))
                .extracting(StaffingWarning::code)
                .containsExactly("line-below-programme");
    }

    @Test
    void noKindGoesAboveWhatTheProgrammePaysFor() {
        assertThat(fields(input("2.01", "1.00", "0.50")))
                .containsExactly("posts[0].fte staffing-above-category");
        assertThat(fields(input("2.00", "1.00", "0.60")))
                .containsExactly("posts[2].fte staffing-above-category");
    }

    @Test
    void noSumGoesAboveTheProgrammeEither() {
        var narrow =
                new Programme(
                        KI_2012.code(),
                        KI_2012.title(),
                        KI_2012.validFrom(),
                        KI_2012.validTo(),
                        KI_2012.financingType(),
                        KI_2012.grantCapPerYear(),
                        3_000,
                        KI_2012.postCategories(),
                        KI_2012.authorities());
        var problem =
                catchThrowableOfType(
                        Problem.class, () -> input("2.00", "1.00", "0.50").read(narrow));

        assertThat(problem.errors())
                .extracting(it -> it.field() + " " + it.code())
                .containsExactly("fte staffing-above-programme");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var wrong =
                new StaffingInput(
                        List.of(
                                new PostInput("EDUCATION_SPECIALIST", "1", "2.00"),
                                new PostInput("EDUCATION_SPECIALIST", "x", "viel"),
                                new PostInput("BOSS", null, "1"),
                                new PostInput("ADMIN_ASSISTANT", "1", "")),
                        "-1",
                        "8",
                        "",
                        "x".repeat(501));

        assertThat(fields(wrong))
                .containsExactly(
                        "posts[0].heads heads-too-few",
                        "posts[1].category post-category-twice",
                        "posts[1].fte not-full-time-equivalents",
                        "posts[1].heads not-a-count",
                        "posts[2].category post-category-unknown",
                        "posts[3].fte fte-missing",
                        "teachers not-a-count",
                        "premisesReason text-too-long",
                        "rooms rooms-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.5|0.50", "2,00|2.00", "3|3.00", "0|0.00"})
    void fullTimeEquivalentsAreExactToTwoPlaces(String text, String written) {
        assertThat(Fte.parse(text)).map(Fte::toString).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0.125", "1000", "eins"})
    void refusesWhatIsNone(String text) {
        assertThat(Fte.parse(text)).isEmpty();
    }

    private static StaffingInput input(String education, String admin, String assistant) {
        return new StaffingInput(
                List.of(
                        new PostInput("EDUCATION_SPECIALIST", null, education),
                        new PostInput("ADMIN_SPECIALIST", null, admin),
                        new PostInput("ADMIN_ASSISTANT", null, assistant)),
                "2",
                "8",
                "4",
                "Teilzeit");
    }

    private static List<String> fields(StaffingInput input) {
        var problem = catchThrowableOfType(Problem.class, () -> input.read(KI_2012));
        return problem.errors().stream().map(StaffingInputTests::named).toList();
    }

    private static String named(FieldError error) {
        return error.field() + " " + error.code();
    }
}
