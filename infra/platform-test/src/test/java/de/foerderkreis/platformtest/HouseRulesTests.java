package de.foerderkreis.platformtest;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import de.foerderkreis.platformtest.fixture.good.Conforming;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTests {

    private static final String FIXTURE = "de.foerderkreis.platformtest.fixture.";

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(HouseRules.BEANS_ARE_NOT_PUBLIC, "PublicBean is public"),
                Arguments.of(HouseRules.NAMES_SAY_SOMETHING, "CaseManager"),
                Arguments.of(HouseRules.NAMES_SAY_SOMETHING, "CaseDTO"),
                Arguments.of(HouseRules.NAMES_SAY_SOMETHING, "DateUtils"),
                Arguments.of(
                        HouseRules.NO_TRANSACTION_IN_CONTROLLERS,
                        "TransactionalController opens a transaction"),
                Arguments.of(
                        HouseRules.NO_CLIENT_INSIDE_A_TRANSACTION,
                        "CallingInsideTransaction opens transactions"),
                Arguments.of(HouseRules.NO_WALL_CLOCK, "Instant.now()"),
                Arguments.of(HouseRules.NO_WALL_CLOCK, "LocalDate.now()"),
                Arguments.of(HouseRules.NO_WALL_CLOCK, "System.currentTimeMillis()"),
                Arguments.of(HouseRules.CONTROLLERS_TOUCH_NO_DATABASE, "QueryingController"),
                Arguments.of(HouseRules.PACKAGES_ARE_NULL_MARKED, "fixture.bad is not @NullMarked"),
                Arguments.of(HouseRules.NO_LOMBOK_OR_MAPSTRUCT, "UsesLombok"),
                Arguments.of(
                        HouseRules.ENDPOINTS_SAY_WHO_MAY_CALL,
                        "forgotten() does not say who may call it"),
                Arguments.of(HouseRules.NO_FIELD_INJECTION, "FieldInjection.injected"),
                Arguments.of(HouseRules.NO_FIELD_INJECTION, "FieldInjection.number"),
                Arguments.of(HouseRules.NO_SLEEP, "Thread.sleep"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsWhatBreaksTheRule(ArchRule rule, String finding) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> rule.check(new ClassFileImporter().importPackages(FIXTURE + "bad")))
                .withMessageContaining(finding);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void letsConformingCodePass(ArchRule rule, String finding) {
        assertThatNoException()
                .isThrownBy(() ->
                        rule.allowEmptyShould(true)
                                .check(new ClassFileImporter().importPackages(FIXTURE + "good")));
    }

    @Test
    void aPublicBeanIsFineWhereAnotherPackageUsesIt() {
        assertThatNoException()
                .isThrownBy(() ->
                        HouseRules.BEANS_ARE_NOT_PUBLIC.check(
                                new ClassFileImporter()
                                        .importPackages(FIXTURE + "bad", FIXTURE + "other")));
    }

    @Test
    void contractsKnowOnlyTheJdk() {
        var all = new ClassFileImporter().importPackages("de.foerderkreis.contracts.fixture");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> HouseRules.CONTRACTS_KNOW_ONLY_THE_JDK.check(all))
                .withMessageContaining("BadEvent");
        assertThatNoException()
                .isThrownBy(() ->
                        HouseRules.CONTRACTS_KNOW_ONLY_THE_JDK.check(
                                all.that(
                                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                                "good",
                                                it -> it.getSimpleName().equals("GoodEvent")))));
    }

    @Test
    void aWholeApplicationIsCheckedByOneCall() {
        assertThatNoException().isThrownBy(() -> HouseRules.check(Conforming.class));
    }
}
