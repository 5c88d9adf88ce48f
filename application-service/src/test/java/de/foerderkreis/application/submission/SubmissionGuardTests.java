package de.foerderkreis.application.submission;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.application.annex.Annex;
import de.foerderkreis.application.annex.AnnexFolder;
import de.foerderkreis.application.annex.AnnexSource;
import de.foerderkreis.application.council.Body;
import de.foerderkreis.application.council.Outcome;
import de.foerderkreis.application.council.Resolution;
import de.foerderkreis.application.fundingcase.CaseStatus;
import de.foerderkreis.application.fundingcase.FundingCase;
import de.foerderkreis.application.programme.Programme;
import de.foerderkreis.application.programme.ShippedPack;
import de.foerderkreis.application.reference.References;
import de.foerderkreis.application.requirement.RequirementChecklist;
import de.foerderkreis.application.requirement.RequirementStatus;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubmissionGuardTests {

    static final LocalDate DAY = LocalDate.of(2014, 4, 15);
    static final UUID CASE = UUID.randomUUID();
    static final Programme PROGRAMME = ShippedPack.read();

    List<RequirementChecklist.Item> requirements = List.of(requirement(RequirementStatus.PROMISED));
    List<Resolution> resolutions =
            List.of(resolution(Body.KREISTAG, Outcome.ADOPTED_MAJORITY, DAY.minusDays(1)));
    List<AnnexFolder.Item> annexes = List.of(annex(Annex.State.WAIVED));
    References.@Nullable CostPlan costPlan = plan(170_000, 80_000);
    @Nullable FundingApplication stage1 = application(1, ApplicationStatus.APPROVED, DAY);
    int stage = 2;
    LocalDate submittedOn = DAY;

    @Test
    void nothingIsFoundWhenEverythingIsInOrder() {
        assertThat(findings()).isEmpty();
        stage = 1;
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RequirementStatus.class,
            names = {"OPEN", "IN_PROGRESS", "BREACHED"})
    void anUnsettledRequirementIsFound(RequirementStatus status) {
        requirements = List.of(requirement(status));
        assertThat(findings())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo("requirement-unsettled");
                    assertThat(it.field()).isEqualTo("requirements.R1");
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = RequirementStatus.class,
            names = {"FULFILLED", "PROMISED", "WAIVED"})
    void aSettledRequirementIsNot(RequirementStatus status) {
        requirements = List.of(requirement(status));
        assertThat(findings()).isEmpty();
    }

    @Test
    void theCommitteesResolutionIsNotEnough() {
        resolutions =
                List.of(
                        resolution(
                                Body.KREISAUSSCHUSS, Outcome.ADOPTED_UNANIMOUS, DAY.minusDays(1)));
        assertThat(codes()).containsExactly("council-resolution-missing");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADOPTED_UNANIMOUS", "ADOPTED_MAJORITY", "ADOPTED_AMENDED"})
    void aResolutionThatWasNotAdoptedIsNotEnough(Outcome outcome) {
        resolutions = List.of(resolution(Body.KREISTAG, outcome, DAY.minusDays(1)));
        assertThat(codes()).containsExactly("council-resolution-missing");
    }

    @Test
    void aResolutionAdoptedAfterTheSubmissionIsNotEnough() {
        resolutions = List.of(resolution(Body.KREISTAG, Outcome.ADOPTED_MAJORITY, DAY.plusDays(1)));
        assertThat(codes()).containsExactly("council-resolution-missing");
        resolutions = List.of(resolution(Body.KREISTAG, Outcome.ADOPTED_MAJORITY, DAY));
        assertThat(codes()).isEmpty();
    }

    @Test
    void aMissingAnnexIsFound() {
        annexes = List.of(annex(Annex.State.MISSING), annex(Annex.State.PRESENT));
        assertThat(codes()).containsExactly("annex-missing");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"APPROVED", "APPROVED_WITH_CONDITIONS"})
    void stage2WaitsForTheApprovalOfStage1(ApplicationStatus status) {
        stage1 = application(1, status, DAY);
        assertThat(codes()).containsExactly("stage-1-not-approved");
        stage1 = null;
        assertThat(codes()).containsExactly("stage-1-not-approved");
    }

    @Test
    void stage2IsNotSubmittedBeforeTheDayOfTheDecisionOnStage1() {
        stage1 = application(1, ApplicationStatus.APPROVED_WITH_CONDITIONS, DAY.plusDays(1));
        assertThat(codes()).containsExactly("submitted-before-stage-1");
    }

    @Test
    void stage2NeedsABalancedFinancingPlan() {
        costPlan = null;
        assertThat(codes()).containsExactly("cost-plan-missing");
        costPlan =
                new References.CostPlan(
                        UUID.randomUUID(),
                        Money.ofEuros(320_000),
                        Money.ofEuros(170_000),
                        Money.ofEuros(70_000),
                        Money.ofCents(7_999_999));
        assertThat(codes()).containsExactly("cost-plan-unbalanced");
    }

    @Test
    void theGrantStaysWithinTheCap() {
        costPlan = plan(170_001, 79_999);
        assertThat(codes()).containsExactly("grant-above-cap");
    }

    @Test
    void stage2IsSubmittedWhileTheProgrammeIsInForce() {
        submittedOn = LocalDate.of(2018, 1, 1);
        assertThat(codes()).containsExactly("programme-not-in-force");
    }

    @Test
    void stage1AsksNothingThatOnlyStage2Needs() {
        stage = 1;
        stage1 = null;
        costPlan = null;
        assertThat(codes()).isEmpty();
    }

    @Test
    void allFindingsAreNamedAtOnce() {
        requirements = List.of(requirement(RequirementStatus.OPEN));
        resolutions = List.of();
        annexes = List.of(annex(Annex.State.MISSING));
        assertThat(codes())
                .containsExactly(
                        "requirement-unsettled", "council-resolution-missing", "annex-missing");
    }

    @Test
    void theSnapshotIsTheSameForTheSameDossierAndAnotherForAnother() {
        var grounds = grounds();
        var snapshot = Snapshot.of(grounds, "ab", null);
        assertThat(Snapshot.of(grounds, "ab", null)).isEqualTo(snapshot);
        assertThat(snapshot.intact()).isTrue();
        assertThat(new Snapshot(snapshot.sha256(), snapshot.content() + " ").intact()).isFalse();
        assertThat(snapshot.content())
                .startsWith("{\"annexes\":")
                .contains("\"net\":\"80000.00\"")
                .contains("\"code\":\"R1\"");
        requirements = List.of(requirement(RequirementStatus.WAIVED));
        assertThat(Snapshot.of(grounds(), "ab", null).sha256()).isNotEqualTo(snapshot.sha256());
    }

    private List<FieldError> findings() {
        var found = new ArrayList<FieldError>();
        SubmissionGuard.of(stage).forEach(guard -> found.addAll(guard.check(grounds())));
        return found;
    }

    private List<String> codes() {
        return findings().stream().map(FieldError::code).toList();
    }

    private Grounds grounds() {
        return new Grounds(
                new FundingCase(
                        CASE,
                        "KI",
                        "50.2",
                        "KI-2012",
                        LocalDate.of(2012, 10, 2),
                        CaseStatus.PREPARATION,
                        0),
                PROGRAMME,
                application(stage, ApplicationStatus.READY, null),
                submittedOn,
                requirements,
                resolutions,
                annexes,
                costPlan,
                null,
                List.of(),
                stage1);
    }

    private static References.CostPlan plan(long grant, long net) {
        return new References.CostPlan(
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                Money.ofEuros(320_000),
                Money.ofEuros(grant),
                Money.ofEuros(70_000),
                Money.ofEuros(net));
    }

    private static RequirementChecklist.Item requirement(RequirementStatus status) {
        return new RequirementChecklist.Item(
                "R1", "Konzept", null, status, null, null, true, List.of(), List.of(), 0);
    }

    private static Resolution resolution(Body body, Outcome outcome, LocalDate day) {
        return new Resolution(UUID.randomUUID(), CASE, body, day, outcome, "Antrag", "ab");
    }

    private static AnnexFolder.Item annex(Annex.State state) {
        return new AnnexFolder.Item(
                1, "COST_PLAN", "Kosten", state, null, null, null, AnnexSource.GENERATED, 0);
    }

    private static FundingApplication application(
            int stage, ApplicationStatus status, @Nullable LocalDate decidedOn) {
        return new FundingApplication(
                UUID.fromString("00000000-0000-7000-8000-000000000002"),
                CASE,
                stage,
                null,
                Set.of("clerk"),
                status,
                "",
                null,
                null,
                null,
                null,
                decidedOn,
                List.of(),
                0);
    }
}
