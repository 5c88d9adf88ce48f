package de.foerderkreis.application.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.application.programme.Programme.EvidenceRule;
import de.foerderkreis.application.programme.Programme.RequirementRule;
import de.foerderkreis.application.programme.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequirementTests {

    static final Text TEXT = new Text("Text", "text");
    static final LocalDate TODAY = LocalDate.of(2014, 4, 15);
    static final LocalDate DUE = LocalDate.of(2015, 12, 31);
    static final RequirementRule RULE =
            new RequirementRule(
                    "R3",
                    TEXT,
                    true,
                    null,
                    List.of(
                            new EvidenceRule("COOPERATION", "JOBCENTER", true, TEXT, TEXT),
                            new EvidenceRule(
                                    "COOPERATION", "MIGRANT_ORGANISATION", true, TEXT, TEXT),
                            new EvidenceRule("COOPERATION", "TRAINING_ACTOR", false, TEXT, TEXT)));

    final Requirement open = Requirement.open(UUID.randomUUID(), "R3");

    @Test
    void isOpenWithoutAnyEvidence() {
        assertThat(evaluated(open)).isEqualTo(RequirementStatus.OPEN);
    }

    @Test
    void isInProgressWithTheFirstEvidenceAndFulfilledWithTheLastRequiredOne() {
        assertThat(evaluated(open, "JOBCENTER")).isEqualTo(RequirementStatus.IN_PROGRESS);
        assertThat(evaluated(open, "TRAINING_ACTOR")).isEqualTo(RequirementStatus.IN_PROGRESS);
        assertThat(evaluated(open, "JOBCENTER", "MIGRANT_ORGANISATION"))
                .isEqualTo(RequirementStatus.FULFILLED);
    }

    @Test
    void namesTheRequiredEvidenceThatIsMissing() {
        assertThat(findings(evidence("JOBCENTER"), TODAY).missing())
                .extracting(EvidenceRule::category)
                .containsExactly("MIGRANT_ORGANISATION");
    }

    @Test
    void aPromiseStandsUntilItsDayHasEnded() {
        var promised = open.decide(RequirementStatus.PROMISED, DUE, null);
        assertThat(promised.evaluate(findings(List.of(), DUE)).status())
                .isEqualTo(RequirementStatus.PROMISED);
        assertThat(promised.evaluate(findings(List.of(), DUE.plusDays(1))).status())
                .isEqualTo(RequirementStatus.BREACHED);
    }

    @Test
    void completeEvidenceKeepsAPromiseAlsoWhenItsDayHasPassed() {
        var promised = open.decide(RequirementStatus.PROMISED, DUE, null);
        assertThat(
                        promised.evaluate(
                                        findings(
                                                evidence("JOBCENTER", "MIGRANT_ORGANISATION"),
                                                DUE.plusDays(1)))
                                .status())
                .isEqualTo(RequirementStatus.FULFILLED);
    }

    @Test
    void aWaiverStandsWhateverArrives() {
        var waived = open.decide(RequirementStatus.WAIVED, null, "Erlass");
        assertThat(evaluated(waived, "JOBCENTER", "MIGRANT_ORGANISATION"))
                .isEqualTo(RequirementStatus.WAIVED);
    }

    @Test
    void aDecisionTakenBackIsWorkInProgress() {
        var fulfilled = open.decide(RequirementStatus.FULFILLED, null, "belegt");
        var back =
                fulfilled
                        .evaluate(findings(List.of(), TODAY))
                        .decide(RequirementStatus.IN_PROGRESS, null, "Beleg zurückgezogen");
        assertThat(back.decided()).isNull();
        assertThat(evaluated(back)).isEqualTo(RequirementStatus.IN_PROGRESS);
    }

    @Test
    void theDayOfABreachedPromiseCanBeMoved() {
        var breached =
                open.decide(RequirementStatus.PROMISED, DUE, null)
                        .evaluate(findings(List.of(), DUE.plusDays(1)));
        var extended =
                breached.decide(RequirementStatus.PROMISED, DUE.plusMonths(9), "Verlängerung");
        assertThat(extended.evaluate(findings(List.of(), DUE.plusDays(1))).status())
                .isEqualTo(RequirementStatus.PROMISED);
    }

    @ParameterizedTest
    @EnumSource(RequirementStatus.class)
    void nobodyDecidesThatSomethingIsOpenOrBreached(RequirementStatus from) {
        assertThat(from.allows(RequirementStatus.OPEN)).isFalse();
        assertThat(from.allows(RequirementStatus.BREACHED)).isFalse();
    }

    @Test
    void aFulfilledOneIsNotPromisedOrWaivedWithoutTakingItBack() {
        var fulfilled =
                open.decide(RequirementStatus.FULFILLED, null, "belegt")
                        .evaluate(findings(List.of(), TODAY));
        assertThatExceptionOfType(IllegalDecision.class)
                .isThrownBy(() -> fulfilled.decide(RequirementStatus.PROMISED, DUE, null));
        assertThatExceptionOfType(IllegalDecision.class)
                .isThrownBy(() -> fulfilled.decide(RequirementStatus.WAIVED, null, "x"));
    }

    @Test
    void onlyFulfilledPromisedAndWaivedAreSettled() {
        assertThat(RequirementStatus.values())
                .filteredOn(RequirementStatus::settled)
                .containsExactly(
                        RequirementStatus.FULFILLED,
                        RequirementStatus.PROMISED,
                        RequirementStatus.WAIVED);
    }

    private static RequirementStatus evaluated(Requirement it, String... categories) {
        return it.evaluate(findings(evidence(categories), TODAY)).status();
    }

    private static Findings findings(List<Evidence> evidence, LocalDate today) {
        return new Findings(RULE, evidence, Map.of(), today, 3);
    }

    private static List<Evidence> evidence(String... categories) {
        var list = new ArrayList<Evidence>();
        for (var category : categories) {
            list.add(
                    new Evidence(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            "R3",
                            "COOPERATION",
                            category,
                            Evidence.Source.EVENT,
                            "cooperation:" + category,
                            null,
                            null,
                            Map.of(),
                            Instant.EPOCH,
                            false,
                            null));
        }
        return list;
    }
}
