package de.foerderkreis.application.submission;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.application.submission.ApplicationView.Check;
import de.foerderkreis.application.submission.ApplicationView.ConditionView;
import de.foerderkreis.application.submission.ApplicationView.Finding;
import de.foerderkreis.application.submission.ApplicationView.StepView;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.problem.ProblemTexts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows applications, what still stands in the way of their submission, and what was frozen. */
@Service
@Transactional(readOnly = true)
class ApplicationViews implements ApplicationProgress {

    private final Applications applications;
    private final GroundsFinder grounds;
    private final Cases cases;
    private final Programmes programmes;
    private final ProblemTexts texts;
    private final BusinessClock clock;

    ApplicationViews(
            Applications applications,
            GroundsFinder grounds,
            Cases cases,
            Programmes programmes,
            ProblemTexts texts,
            BusinessClock clock) {
        this.applications = applications;
        this.grounds = grounds;
        this.cases = cases;
        this.programmes = programmes;
        this.texts = texts;
        this.clock = clock;
    }

    List<ApplicationView> of(UUID caseId) {
        var authorities = programmes.require(cases.require(caseId).programmeCode());
        return applications.of(caseId).stream()
                .map(it -> view(it, authorities.stage(it.stage()).orElseThrow().authority()))
                .toList();
    }

    ApplicationView one(UUID caseId, UUID id) {
        return of(caseId).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("application"));
    }

    Optional<ApplicationView> latest(UUID caseId, int stage) {
        return of(caseId).stream().filter(it -> it.stage() == stage).reduce((first, last) -> last);
    }

    @Override
    public Optional<Standing> latestOf(UUID caseId, int stage) {
        cases.require(caseId);
        return applications
                .latest(caseId, stage)
                .map(it ->
                        new Standing(
                                it.id(),
                                it.stage(),
                                it.status().name(),
                                it.submittedOn(),
                                it.queryDueOn(),
                                it.decidedOn()));
    }

    /** Every guard of the application's stage, judged as if it were submitted today. */
    List<Check> checks(UUID caseId, UUID id) {
        cases.require(caseId);
        return judge(
                applications.find(caseId, id).orElseThrow(() -> Problem.notFound("application")));
    }

    /** The guards of a stage for which there is no application yet. */
    List<Check> checksOfStage(UUID caseId, int stage) {
        cases.require(caseId);
        return judge(FundingApplication.draft(caseId, stage, null, ""));
    }

    Snapshot snapshot(UUID caseId, UUID id) {
        cases.require(caseId);
        return applications
                .find(caseId, id)
                .flatMap(it -> applications.snapshot(it.id()))
                .orElseThrow(() -> Problem.notFound("snapshot"));
    }

    private List<Check> judge(FundingApplication application) {
        var locale = language();
        var basis = grounds.gather(application, clock.today());
        return SubmissionGuard.of(application.stage()).stream()
                .map(guard -> {
                    var findings =
                            guard.check(basis).stream()
                                    .map(it ->
                                            new Finding(
                                                    it.field(),
                                                    it.code(),
                                                    texts.message(it, locale)))
                                    .toList();
                    return new Check(
                            guard.name(),
                            findings.isEmpty(),
                            findings,
                            guard.page(application.caseId()));
                })
                .toList();
    }

    private ApplicationView view(FundingApplication it, String authority) {
        var conditions = it.conditions();
        return new ApplicationView(
                it.id(),
                it.caseId(),
                it.stage(),
                authority,
                it.status(),
                it.coverNote(),
                it.predecessorId(),
                it.submittedOn(),
                it.externalReference(),
                it.queryDueOn(),
                it.decidedOn(),
                IntStream.range(0, conditions.size())
                        .mapToObj(i ->
                                new ConditionView(
                                        i + 1,
                                        conditions.get(i).text(),
                                        conditions.get(i).dueOn(),
                                        conditions.get(i).requirement()))
                        .toList(),
                applications.snapshot(it.id()).map(Snapshot::sha256).orElse(null),
                applications.dossier(it.id()).orElse(null),
                applications.steps(it.id()).stream()
                        .map(step ->
                                new StepView(
                                        step.status(),
                                        step.happenedOn(),
                                        step.note(),
                                        step.recordedAt()))
                        .toList(),
                it.version());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en")
                ? Locale.ENGLISH
                : Locale.GERMAN;
    }
}
