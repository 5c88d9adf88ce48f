package de.foerderkreis.application.submission;

import de.foerderkreis.application.annex.Annex;
import de.foerderkreis.application.council.Body;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rules an application has to keep before it leaves the house. Each names itself and returns
 * what is wrong, so that all findings can be shown at once. A finding's text says what to do.
 */
enum SubmissionGuard {
    /** Every formal requirement is fulfilled, promised with a day, or waived with a reason. */
    REQUIREMENTS_SETTLED(
            "/vorhaben/%s/anforderungen",
            grounds ->
                    grounds.requirements().stream()
                            .filter(it -> !it.status().settled())
                            .map(it ->
                                    FieldError.of(
                                            "requirements." + it.code(),
                                            "requirement-unsettled",
                                            it.code(),
                                            it.title()))
                            .toList()),

    /** The Kreistag has adopted a resolution that binds on the day of submission. */
    COUNCIL_RESOLVED(
            "/vorhaben/%s/gremien",
            grounds ->
                    grounds.resolutions().stream()
                                    .anyMatch(it ->
                                            it.body() == Body.KREISTAG
                                                    && it.effectiveOn(grounds.submittedOn()))
                            ? List.of()
                            : List.of(FieldError.of("resolutions", "council-resolution-missing"))),

    /** Every annex of the programme is there or waived with a reason. */
    ANNEXES_COMPLETE(
            "/vorhaben/%s/unterlagen",
            grounds ->
                    grounds.annexes().stream()
                            .filter(it -> it.status() == Annex.State.MISSING)
                            .map(it ->
                                    FieldError.of(
                                            "annexes." + it.no(),
                                            "annex-missing",
                                            it.no(),
                                            it.title()))
                            .toList()),

    /** Stage 1 was approved, and not after the day of submission. */
    STAGE_1_APPROVED(
            "/vorhaben/%s/antrag/1",
            grounds -> {
                var stage1 = grounds.stage1();
                if (stage1 == null || !stage1.status().approved()) {
                    return List.of(
                            FieldError.of(
                                    "stage", "stage-1-not-approved", Stage1Reason.of(stage1)));
                }
                var decidedOn = stage1.decidedOn();
                return decidedOn != null && !decidedOn.isAfter(grounds.submittedOn())
                        ? List.of()
                        : List.of(FieldError.of("submittedOn", "submitted-before-stage-1"));
            }),

    /** The financing plan is known and its two sides are equal to the cent. */
    FINANCING_PLAN_BALANCES(
            "/finanzen/%s/kosten",
            grounds -> {
                var plan = grounds.costPlan();
                if (plan == null) {
                    return List.of(FieldError.of("costPlan", "cost-plan-missing"));
                }
                return plan.gross()
                                .equals(Money.sum(List.of(plan.grant(), plan.saving(), plan.net())))
                        ? List.of()
                        : List.of(FieldError.of("costPlan", "cost-plan-unbalanced"));
            }),

    /** The grant asked for is within what the programme pays. */
    GRANT_WITHIN_CAP(
            "/finanzen/%s/kosten",
            grounds -> {
                var plan = grounds.costPlan();
                var cap = grounds.programme().grantCapPerYear();
                return plan == null || plan.grant().compareTo(cap) <= 0
                        ? List.of()
                        : List.of(
                                FieldError.of(
                                        "costPlan",
                                        "grant-above-cap",
                                        plan.grant().toString(),
                                        cap.toString()));
            }),

    /** The programme is in force on the day of submission. */
    PROGRAMME_IN_FORCE(
            "/vorhaben/%s",
            grounds ->
                    grounds.programme().validOn(grounds.submittedOn())
                            ? List.of()
                            : List.of(
                                    FieldError.of(
                                            "submittedOn",
                                            "programme-not-in-force",
                                            grounds.programme().code())));

    private final String page;
    private final Function<Grounds, List<FieldError>> rule;

    SubmissionGuard(String page, Function<Grounds, List<FieldError>> rule) {
        this.page = page;
        this.rule = rule;
    }

    /** The guards of a stage in the order a person works through them. */
    static List<SubmissionGuard> of(int stage) {
        var guards =
                new ArrayList<>(List.of(REQUIREMENTS_SETTLED, COUNCIL_RESOLVED, ANNEXES_COMPLETE));
        if (stage == 2) {
            guards.addAll(
                    List.of(
                            STAGE_1_APPROVED,
                            FINANCING_PLAN_BALANCES,
                            GRANT_WITHIN_CAP,
                            PROGRAMME_IN_FORCE));
        }
        return List.copyOf(guards);
    }

    /** What is wrong; nothing when the rule is kept. */
    List<FieldError> check(Grounds grounds) {
        return rule.apply(grounds);
    }

    /** Where a person can do something about it. */
    String page(UUID caseId) {
        return page.formatted(caseId);
    }
}
