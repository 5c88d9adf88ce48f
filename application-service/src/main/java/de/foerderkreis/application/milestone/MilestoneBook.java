package de.foerderkreis.application.milestone;

import de.foerderkreis.application.council.CouncilRecord;
import de.foerderkreis.application.council.Resolution;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.fundingcase.FundingCase;
import de.foerderkreis.application.programme.Programme;
import de.foerderkreis.application.programme.Programme.MilestoneRule;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.application.programme.Timespan;
import de.foerderkreis.application.submission.ApplicationProgress;
import de.foerderkreis.contracts.application.MilestoneChanged;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the timetable: lays it out from the programme, starts it with the resolution, notes what
 * was done. Always under the lock of the case; announces only what changed.
 */
@Service
@Transactional
class MilestoneBook implements Timetable {

    /** Begin and end of a period; the subject is {@code <case>/<code>/from} or {@code …/to}. */
    static final String DEADLINE = "application.milestone";

    private final Milestones milestones;
    private final CouncilRecord council;
    private final ApplicationProgress applications;
    private final Cases cases;
    private final Programmes programmes;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    MilestoneBook(
            Milestones milestones,
            CouncilRecord council,
            ApplicationProgress applications,
            Cases cases,
            Programmes programmes,
            Deadlines deadlines,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.milestones = milestones;
        this.council = council;
        this.applications = applications;
        this.cases = cases;
        this.programmes = programmes;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void layOut(FundingCase.Opened event) {
        layOut(cases.lock(event.opened().id()), event.opened().id());
    }

    /** The condition of F70 is met: what waited is planned, or due where its time has come. */
    @EventListener
    void on(Resolution.Adopted event) {
        var caseId = event.resolution().caseId();
        if (event.resolution().allowsToApplyOn(clock.today())) {
            var root = cases.lock(caseId);
            layOut(root, caseId);
            for (var it : milestones.of(caseId)) {
                store(root, it, it, null);
            }
        }
    }

    /** An application left the house: that milestone is done on its day. */
    @EventListener
    void on(FundingCase.Advanced event) {
        var stage =
                switch (event.status()) {
                    case STAGE_1 -> 1;
                    case STAGE_2 -> 2;
                    case PREPARATION, CLOSED -> 0;
                };
        var caseId = event.caseId();
        var submittedOn =
                stage == 0
                        ? null
                        : applications
                                .latestOf(caseId, stage)
                                .map(ApplicationProgress.Standing::submittedOn)
                                .orElse(null);
        if (submittedOn == null) {
            return;
        }
        var root = cases.lock(caseId);
        layOut(root, caseId);
        for (var rule : programme(caseId).milestones()) {
            var before = find(caseId, rule.code());
            if (Objects.equals(rule.stage(), stage) && !before.status().settled()) {
                var done =
                        before.done(Timespan.on(submittedOn), cases.recording(caseId, submittedOn));
                store(root, before, done, null);
            }
        }
    }

    /** A period began or ended. */
    void look(UUID caseId, String code) {
        var root = cases.lock(caseId);
        var it = find(caseId, code);
        store(root, it, it, null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> of(UUID caseId) {
        cases.require(caseId);
        var programme = programme(caseId);
        var all = milestones.of(caseId);
        return all.stream().map(it -> step(it, rule(programme, it.code()), all)).toList();
    }

    @Transactional(readOnly = true)
    Step one(UUID caseId, String code) {
        return of(caseId).stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("milestone"));
    }

    /** Moves the plan, for a reason, or says what is expected today. */
    Step replan(
            UUID caseId,
            String code,
            long version,
            Timespan planned,
            @Nullable Timespan forecast,
            @Nullable String reason) {
        var root = cases.lock(caseId);
        cases.require(caseId);
        var before = open(caseId, code, version);
        var why = reason == null || reason.isBlank() ? null : reason.strip();
        if (!before.planned().equals(planned) && why == null) {
            throw Problem.invalid("reason", "reason-missing");
        }
        store(root, before, before.replanned(planned, forecast, why), why);
        return one(caseId, code);
    }

    Step complete(UUID caseId, String code, long version, Timespan actual) {
        var root = cases.lock(caseId);
        cases.require(caseId);
        var before = open(caseId, code, version);
        if (actual.to() == null) {
            throw Problem.invalid("actual", "actual-open-ended");
        }
        if (actual.from().isAfter(clock.today())) {
            throw Problem.invalid("actual", "future-date");
        }
        var missing = blockedBy(rule(programme(caseId), code), milestones.of(caseId));
        if (!missing.isEmpty()) {
            throw Problem.conflict("milestone-blocked", code, String.join(", ", missing));
        }
        store(root, before, before.done(actual, cases.recording(caseId, actual.from())), null);
        return one(caseId, code);
    }

    Step drop(UUID caseId, String code, long version, @Nullable String reason) {
        var root = cases.lock(caseId);
        cases.require(caseId);
        var before = open(caseId, code, version);
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "reason-missing");
        }
        var why = reason.strip();
        store(root, before, before.dropped(why, cases.recording(caseId, clock.today())), why);
        return one(caseId, code);
    }

    private Milestone open(UUID caseId, String code, long version) {
        var it = find(caseId, code);
        if (it.version() != version) {
            throw Problem.stale(List.of("status"));
        }
        if (it.status().settled()) {
            throw Problem.conflict("milestone-settled", code);
        }
        return it;
    }

    private void layOut(LockedRoot root, UUID caseId) {
        var programme = programme(caseId);
        for (var rule : programme.milestones()) {
            var planned = Milestone.planned(caseId, rule.code(), rule.planned());
            if (milestones.insert(planned)) {
                announce(root, rule, planned);
            }
        }
    }

    private void store(
            LockedRoot root, Milestone before, Milestone changed, @Nullable String reason) {
        var today = clock.today();
        var after = changed.on(today, council.resolvedToApply(changed.caseId(), today));
        if (after.equals(before)) {
            return;
        }
        if (!milestones.update(after)) {
            throw Problem.stale(List.of("status"));
        }
        schedule(after, "from", after.planned().from().minusDays(1));
        schedule(after, "to", after.planned().to());
        audit.record(
                "milestone.changed",
                "milestone",
                after.caseId() + "/" + after.code(),
                before,
                after,
                reason);
        announce(root, rule(programme(after.caseId()), after.code()), after);
    }

    private void schedule(Milestone it, String side, @Nullable LocalDate lastDay) {
        var subject = it.caseId() + "/" + it.code() + "/" + side;
        if (lastDay == null
                || it.status().settled()
                || it.status() == MilestoneStatus.WAITING
                || lastDay.isBefore(clock.today())) {
            deadlines.cancel(DEADLINE, subject);
        } else {
            deadlines.schedule(DEADLINE, subject, BusinessClock.endOf(lastDay), "{}");
        }
    }

    private void announce(LockedRoot root, MilestoneRule rule, Milestone it) {
        var forecast = it.forecast();
        var actual = it.actual();
        outbox.append(
                root,
                MilestoneChanged.TOPIC,
                new MilestoneChanged(
                        it.caseId(),
                        it.code(),
                        rule.title().de(),
                        it.status().name(),
                        it.planned().precision().name(),
                        it.planned().to(),
                        forecast == null ? null : forecast.to(),
                        actual == null ? null : actual.to(),
                        root.version()));
    }

    private static Step step(Milestone it, MilestoneRule rule, List<Milestone> all) {
        var locale = LocaleContextHolder.getLocale();
        var counts = expected(it);
        var conflicting = new ArrayList<String>();
        for (var other : all) {
            var end = expected(other).to();
            if (rule.dependsOn().contains(other.code())
                    && !it.status().settled()
                    && other.status() != MilestoneStatus.DROPPED
                    && (end == null || end.isAfter(counts.from()))) {
                conflicting.add(other.code());
            }
        }
        return new Step(
                it.code(),
                rule.title().in(locale),
                it.status(),
                it.planned(),
                it.forecast(),
                it.actual(),
                counts.in(locale),
                it.reason(),
                rule.dependsOn(),
                it.status().settled() ? List.of() : blockedBy(rule, all),
                List.copyOf(conflicting),
                it.recording(),
                it.version());
    }

    private static Timespan expected(Milestone it) {
        var actual = it.actual();
        var forecast = it.forecast();
        return actual != null ? actual : forecast != null ? forecast : it.planned();
    }

    private static List<String> blockedBy(MilestoneRule rule, List<Milestone> all) {
        return all.stream()
                .filter(it -> rule.dependsOn().contains(it.code()) && !it.status().settled())
                .map(Milestone::code)
                .toList();
    }

    private Milestone find(UUID caseId, String code) {
        return milestones.find(caseId, code).orElseThrow(() -> Problem.notFound("milestone"));
    }

    private Programme programme(UUID caseId) {
        return programmes.require(cases.forSystem(caseId).programmeCode());
    }

    private static MilestoneRule rule(Programme programme, String code) {
        return programme
                .milestone(code)
                .orElseThrow(() ->
                        new IllegalStateException(programme.code() + " no longer knows " + code));
    }
}
