package de.foerderkreis.application.council;

import de.foerderkreis.application.council.Motion.Mandate;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.task.CaseTask;
import de.foerderkreis.application.task.CaseTasks;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records how a body dealt with an item, and what follows: an adopted item becomes a resolution and
 * gives effect to the mandate of its motion (F8, F9), a deferred one orders further talks (F6).
 */
@Service
@Transactional
class AgendaMinutes {

    private final Meetings meetings;
    private final Motions motions;
    private final Resolutions resolutions;
    private final ResolutionRegister register;
    private final CaseTasks tasks;
    private final Cases cases;
    private final Audit audit;
    private final BusinessClock clock;

    AgendaMinutes(
            Meetings meetings,
            Motions motions,
            Resolutions resolutions,
            ResolutionRegister register,
            CaseTasks tasks,
            Cases cases,
            Audit audit,
            BusinessClock clock) {
        this.meetings = meetings;
        this.motions = motions;
        this.resolutions = resolutions;
        this.register = register;
        this.tasks = tasks;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records an outcome. One that adopted nothing may be corrected; a resolution is not rewritten.
     *
     * @throws Problem naming every field that contradicts the outcome
     */
    AgendaItem record(UUID caseId, UUID meetingId, UUID itemId, Minuted minuted) {
        var root = cases.lock(caseId);
        cases.require(caseId);
        var meeting =
                meetings.find(caseId, meetingId).orElseThrow(() -> Problem.notFound("meeting"));
        var before = item(meeting, itemId);
        if (before.version() != minuted.version()) {
            throw Problem.stale(List.of("outcome"));
        }
        if (before.resolutionId() != null) {
            throw Problem.conflict("outcome-stands", before.number());
        }
        check(caseId, meeting, minuted);
        var resolution = resolution(root, meeting, before, minuted);
        var after = before.decided(minuted.outcome(), minuted.votes(), minuted.note(), resolution);
        if (!meetings.update(after)) {
            throw Problem.stale(List.of("outcome"));
        }
        audit.record("agenda-item.decided", "agenda-item", itemId.toString(), before, after, null);
        follow(root, meeting, after);
        return item(meetings.find(caseId, meetingId).orElseThrow(), itemId);
    }

    private void check(UUID caseId, Meeting meeting, Minuted minuted) {
        var errors = new ArrayList<FieldError>();
        if (meeting.heldOn().isAfter(clock.today())) {
            errors.add(FieldError.of("outcome", "meeting-ahead"));
        }
        var votes = minuted.votes();
        if (votes != null && !votes.fit(minuted.outcome())) {
            errors.add(FieldError.of("yes", "votes-contradict"));
        }
        if (minuted.outcome().adopted() && minuted.resolutionId() != null) {
            var linked = resolutions.find(caseId, minuted.resolutionId()).orElse(null);
            if (linked == null
                    || linked.agendaItemId() != null
                    || linked.body() != meeting.body()
                    || !linked.decidedOn().equals(meeting.heldOn())
                    || linked.outcome() != minuted.outcome()) {
                errors.add(FieldError.of("resolutionId", "resolution-differs"));
            }
        } else {
            register.checkDocument(caseId, minuted.outcome(), minuted.documentSha256(), errors);
        }
        ResolutionRegister.refuse(errors);
    }

    private @Nullable UUID resolution(
            LockedRoot root, Meeting meeting, AgendaItem item, Minuted minuted) {
        if (!minuted.outcome().adopted()) {
            return null;
        }
        if (minuted.resolutionId() != null) {
            return minuted.resolutionId();
        }
        return register.enter(
                        root,
                        meeting.caseId(),
                        meeting.body(),
                        meeting.heldOn(),
                        minuted.outcome(),
                        item.title(),
                        minuted.documentSha256(),
                        minuted.resolves() == null ? Resolves.OTHER : minuted.resolves())
                .id();
    }

    private void follow(LockedRoot root, Meeting meeting, AgendaItem item) {
        var talks = "agenda-item:" + item.id();
        if (item.outcome() == Outcome.DEFERRED) {
            tasks.open(
                    root,
                    meeting.caseId(),
                    CaseTask.Kind.FURTHER_TALKS,
                    "Weitere Gespräche führen: " + item.title(),
                    "clerk",
                    "/vorhaben/%s/aufgaben".formatted(meeting.caseId()),
                    talks);
        } else {
            tasks.drop(root, meeting.caseId(), talks, "Ergebnis in der Niederschrift berichtigt");
        }
        var motion =
                item.motionId() == null
                        ? null
                        : motions.find(meeting.caseId(), item.motionId()).orElse(null);
        if (motion != null && motion.mandate() != null) {
            mandate(root, meeting, item, motion, motion.mandate());
        }
    }

    private void mandate(
            LockedRoot root, Meeting meeting, AgendaItem item, Motion motion, Mandate mandate) {
        var outcome = item.outcome();
        if (outcome == null || !outcome.adopted() && outcome != Outcome.REJECTED) {
            return;
        }
        var state = outcome.adopted() ? Mandate.State.EFFECTIVE : Mandate.State.REFUSED;
        if (!motions.decide(motion.id(), state, meeting.heldOn())) {
            return;
        }
        audit.record(
                "mandate.decided",
                "motion",
                motion.id().toString(),
                mandate,
                new Mandate(mandate.text(), state, meeting.heldOn()),
                null);
        if (state == Mandate.State.EFFECTIVE) {
            tasks.open(
                    root,
                    meeting.caseId(),
                    CaseTask.Kind.CONCEPTION_MANDATE,
                    shortened("Auftrag ausführen: " + mandate.text()),
                    "clerk",
                    "/vorhaben/%s/konzeption".formatted(meeting.caseId()),
                    "mandate:" + motion.id());
        }
    }

    private static String shortened(String title) {
        return title.length() <= 300 ? title : title.substring(0, 299) + "…";
    }

    private static AgendaItem item(Meeting meeting, UUID id) {
        return meeting.items().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("agenda-item"));
    }

    /**
     * What the minutes say.
     *
     * @param resolves what an adopted item is about; {@code OTHER} where absent
     * @param documentSha256 extract of the minutes, needed when adopted
     * @param resolutionId a resolution recorded before its meeting was, instead of a new one
     */
    record Minuted(
            long version,
            Outcome outcome,
            @Nullable Votes votes,
            @Nullable String note,
            @Nullable Resolves resolves,
            @Nullable String documentSha256,
            @Nullable UUID resolutionId) {}
}
