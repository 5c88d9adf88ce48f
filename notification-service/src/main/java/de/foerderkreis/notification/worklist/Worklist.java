package de.foerderkreis.notification.worklist;

import de.foerderkreis.notification.delivery.DeliverySearch;
import de.foerderkreis.notification.reference.Cases;
import de.foerderkreis.notification.reference.Figure;
import de.foerderkreis.notification.reference.KnownApplication;
import de.foerderkreis.notification.reference.KnownApplication.Status;
import de.foerderkreis.notification.reference.KnownCase;
import de.foerderkreis.notification.reference.KnownRequirement;
import de.foerderkreis.notification.reference.KnownRound;
import de.foerderkreis.notification.reference.Rounds;
import de.foerderkreis.notification.worklist.Work.Code;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for a caller, by its roles; answered from what events told, without asking another
 * service.
 */
@Service
class Worklist {

    private static final List<String> CASE_READERS =
            List.of("CLERK", "HEAD", "TREASURER", "LANDRAT", "COUNCIL_SECRETARY", "AUDITOR");

    private final Rounds rounds;
    private final Cases cases;
    private final DeliverySearch deliveries;
    private final WorkOnCases onCases;
    private final BusinessClock clock;

    Worklist(
            Rounds rounds,
            Cases cases,
            DeliverySearch deliveries,
            WorkOnCases onCases,
            BusinessClock clock) {
        this.onCases = onCases;
        this.clock = clock;
        this.rounds = rounds;
        this.cases = cases;
        this.deliveries = deliveries;
    }

    /** What waits, by due date. */
    @Transactional(readOnly = true)
    public List<Work> of(Caller caller) {
        var work = new ArrayList<Work>();
        if (caller.has("MAYOR") || caller.has("MUNICIPAL_OFFICIAL")) {
            rounds.unansweredBy(caller.ags()).stream().map(this::answer).forEach(work::add);
        }
        if (caller.has("CLERK")) {
            rounds.open().stream()
                    .filter(it -> it.answered() < it.asked())
                    .map(Worklist::townsMissing)
                    .forEach(work::add);
            work.addAll(promises());
        }
        if (caller.has("HEAD")) {
            work.addAll(applications(Status.IN_REVIEW, Code.REVIEW_APPLICATION));
        }
        if (caller.has("CLERK") || caller.has("HEAD") || caller.has("LANDRAT")) {
            work.addAll(applications(Status.SUBMITTED, Code.APPLICATION_AT_AUTHORITY));
        }
        if (caller.has("TREASURER")) {
            work.addAll(missingFigures());
        }
        if (caller.has("CLERK") || caller.has("ADMIN")) {
            var failed = deliveries.needingAttention();
            if (failed > 0) {
                work.add(
                        new Work(
                                Code.DELIVERIES_FAILED,
                                List.of(failed),
                                null,
                                "/nachrichten/zustellung?state=ATTENTION",
                                null,
                                null));
            }
        }
        work.addAll(onCases.of(caller));
        return work.stream().sorted(Work.BY_DUE_DATE).toList();
    }

    /** The cases that concern the caller. */
    @Transactional(readOnly = true)
    public List<KnownCase> cases(Caller caller) {
        return switch (caller.kind()) {
            case DISTRICT -> readsCases(caller) ? cases.running() : List.of();
            case MUNICIPALITY -> cases.concerning(caller.organisation());
            case PARTNER, STATE -> List.of();
        };
    }

    /**
     * Whether somebody of the district works with the contents of cases; administration does not
     * (domain 6.3).
     */
    static boolean readsCases(Caller caller) {
        return CASE_READERS.stream().anyMatch(caller::has);
    }

    /** How far the answers of the open rounds are, for those who run them. */
    @Transactional(readOnly = true)
    public List<KnownRound> progress(Caller caller) {
        return caller.kind() == OrganisationKind.DISTRICT && readsCases(caller)
                ? rounds.open()
                : List.of();
    }

    private List<Work> promises() {
        var promises = cases.promises();
        var titles = titles(promises.stream().map(KnownRequirement::caseId).toList());
        return promises.stream()
                .map(it ->
                        new Work(
                                it.status().equals("BREACHED")
                                        ? Code.PROMISE_BROKEN
                                        : Code.PROMISE_DUE,
                                List.of(it.code(), titles.getOrDefault(it.caseId(), "")),
                                it.dueOn(),
                                "/vorhaben/" + it.caseId(),
                                it.caseId(),
                                null))
                .toList();
    }

    private List<Work> applications(Status status, Code code) {
        var applications = cases.applications(status);
        var titles = titles(applications.stream().map(KnownApplication::caseId).toList());
        return applications.stream()
                .map(it ->
                        new Work(
                                code,
                                List.of(it.stage(), titles.getOrDefault(it.caseId(), "")),
                                null,
                                "/vorhaben/" + it.caseId(),
                                it.caseId(),
                                null))
                .toList();
    }

    private List<Work> missingFigures() {
        var work = new ArrayList<Work>();
        var planless = cases.without(Figure.COST_PLAN);
        planless.forEach(it -> work.add(figure(Code.COST_PLAN_MISSING, it, "kosten")));
        // Without a plan there is nothing to apportion yet: one step after the other.
        cases.without(Figure.LEVY_EFFECT).stream()
                .filter(it -> !planless.contains(it))
                .forEach(it -> work.add(figure(Code.LEVY_EFFECT_MISSING, it, "umlage")));
        return work;
    }

    private Map<UUID, String> titles(Collection<UUID> caseIds) {
        var titles = new HashMap<UUID, String>();
        cases.byIds(caseIds).forEach((id, known) -> titles.put(id, known.title()));
        return titles;
    }

    private Work answer(KnownRound round) {
        // A town that got more time is not late while the others' round is closed.
        var late = round.closed() && round.dueOn().isBefore(clock.today());
        return new Work(
                late ? Code.ANSWER_LATE : Code.ANSWER_ROUND,
                List.of(round.title()),
                round.dueOn(),
                "/beteiligung/" + round.id() + "/stellungnahme",
                round.caseId(),
                round.id());
    }

    private static Work townsMissing(KnownRound round) {
        return new Work(
                Code.TOWNS_MISSING,
                List.of(round.title(), round.asked() - round.answered(), round.asked()),
                round.dueOn(),
                "/beteiligung/" + round.id(),
                round.caseId(),
                round.id());
    }

    private static Work figure(Code code, KnownCase of, String page) {
        return new Work(
                code,
                List.of(of.title()),
                null,
                "/finanzen/" + of.id() + "/" + page,
                of.id(),
                null);
    }
}
