package de.foerderkreis.application.submission;

import de.foerderkreis.application.requirement.RequirementChecklist;
import de.foerderkreis.contracts.application.ApplicationDecided;
import de.foerderkreis.contracts.application.CaseTaskClosed;
import de.foerderkreis.contracts.application.CaseTaskOpened;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What passes between the house and the authority, as the clerk records it when it arrives by post.
 */
@Service
@Transactional
class Correspondence {

    private final ApplicationLedger ledger;
    private final RequirementChecklist requirements;
    private final Queries queries;
    private final Outbox outbox;

    Correspondence(
            ApplicationLedger ledger,
            RequirementChecklist requirements,
            Queries queries,
            Outbox outbox) {
        this.ledger = ledger;
        this.requirements = requirements;
        this.queries = queries;
        this.outbox = outbox;
    }

    void acknowledge(
            UUID caseId,
            UUID id,
            long version,
            @Nullable String reference,
            @Nullable LocalDate acknowledgedOn) {
        var held = ledger.hold(caseId, id, version);
        var day = ledger.day("acknowledgedOn", acknowledgedOn, held.application().submittedOn());
        ledger.take(
                held,
                "acknowledged",
                day,
                reference,
                it -> it.acknowledge(reference == null ? null : reference.strip()));
    }

    void requestInfo(
            UUID caseId,
            UUID id,
            long version,
            String question,
            @Nullable LocalDate receivedOn,
            LocalDate dueOn) {
        var held = ledger.hold(caseId, id, version);
        var day = ledger.day("receivedOn", receivedOn, held.application().submittedOn());
        if (dueOn.isBefore(day)) {
            throw Problem.invalid("dueOn", "before-earlier-step", day.toString());
        }
        ledger.take(held, "query-received", day, question.strip(), it -> it.requestInfo(dueOn));
        var task = Ids.next();
        queries.open(id, task, question.strip(), day, dueOn);
        // The task reminds of the deadline wherever work is listed; its title holds no content.
        outbox.append(
                held.root(),
                CaseTaskOpened.TOPIC,
                new CaseTaskOpened(
                        caseId,
                        task,
                        "ANSWER_QUERY",
                        "Rückfrage der Behörde zum Antrag der Stufe %d beantworten"
                                .formatted(held.application().stage()),
                        "clerk",
                        dueOn,
                        "/vorhaben/%s/antrag/%d/antwort"
                                .formatted(caseId, held.application().stage()),
                        held.root().version()));
    }

    void answer(UUID caseId, UUID id, long version, String answer, @Nullable LocalDate answeredOn) {
        var held = ledger.hold(caseId, id, version);
        var day = ledger.day("answeredOn", answeredOn, held.application().submittedOn());
        ledger.take(held, "query-answered", day, answer.strip(), FundingApplication::answer);
        queries.answer(id, day)
                .ifPresent(task ->
                        outbox.append(
                                held.root(),
                                CaseTaskClosed.TOPIC,
                                new CaseTaskClosed(caseId, task, held.root().version())));
    }

    void decide(
            UUID caseId,
            UUID id,
            long version,
            ApplicationStatus outcome,
            LocalDate decidedOn,
            List<Condition> conditions,
            @Nullable String reason) {
        var held = ledger.hold(caseId, id, version);
        var day = ledger.day("decidedOn", decidedOn, held.application().submittedOn());
        check(outcome, conditions, reason);
        ledger.take(
                held,
                "decided",
                day,
                reason == null || reason.isBlank() ? null : reason.strip(),
                it -> it.decide(outcome, day, conditions));
        for (var condition : conditions) {
            var requirement = condition.requirement();
            var dueOn = condition.dueOn();
            if (requirement != null && dueOn != null) {
                requirements.bindToCondition(caseId, requirement, dueOn, condition.text());
            }
        }
        outbox.append(
                held.root(),
                ApplicationDecided.TOPIC,
                new ApplicationDecided(
                        caseId,
                        id,
                        held.application().stage(),
                        outcome.name(),
                        day,
                        held.root().version()));
    }

    /** Before it is handed in the clerk may withdraw it; afterwards it takes a signature. */
    void withdraw(UUID caseId, UUID id, long version, @Nullable String reason) {
        var held = ledger.hold(caseId, id, version);
        var caller = Callers.require();
        if (held.application().status().handedIn()
                && !caller.has("HEAD")
                && !caller.has("LANDRAT")) {
            throw Problem.forbidden("withdrawal-needs-signature");
        }
        var day = ledger.day("withdrawnOn", null, null);
        ledger.take(
                held,
                "withdrawn",
                day,
                ApplicationLedger.reason(reason),
                FundingApplication::withdraw);
    }

    private static void check(
            ApplicationStatus outcome, List<Condition> conditions, @Nullable String reason) {
        switch (outcome) {
            case APPROVED -> {
                if (!conditions.isEmpty()) {
                    throw Problem.invalid("conditions", "conditions-not-expected");
                }
            }
            case APPROVED_WITH_CONDITIONS -> {
                if (conditions.isEmpty()) {
                    throw Problem.invalid("conditions", "conditions-missing");
                }
                checkDays(conditions);
            }
            case REJECTED -> ApplicationLedger.reason(reason);
            case DRAFT, INTERNAL_REVIEW, READY, SUBMITTED, UNDER_REVIEW, QUERY_OPEN, WITHDRAWN ->
                    throw Problem.invalid("outcome", "no-decision", outcome.name());
        }
    }

    private static void checkDays(List<Condition> conditions) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).requirement() != null && conditions.get(i).dueOn() == null) {
                errors.add(FieldError.of("conditions[%d].dueOn".formatted(i), "due-day-missing"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
