package de.foerderkreis.application.council;

import de.foerderkreis.application.council.Motion.Mandate;
import de.foerderkreis.application.council.Paper.Consultation;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps motions, papers, meetings and agendas. The past is always taken, with a note that it was
 * recorded afterwards; what has not happened yet is not.
 */
@Service
@Transactional
class CouncilFile implements CouncilRecord {

    private final Motions motions;
    private final Papers papers;
    private final Meetings meetings;
    private final Resolutions resolutions;
    private final Cases cases;
    private final Audit audit;
    private final BusinessClock clock;

    CouncilFile(
            Motions motions,
            Papers papers,
            Meetings meetings,
            Resolutions resolutions,
            Cases cases,
            Audit audit,
            BusinessClock clock) {
        this.motions = motions;
        this.papers = papers;
        this.meetings = meetings;
        this.resolutions = resolutions;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Resolution> of(UUID caseId) {
        cases.require(caseId);
        return resolutions.of(caseId);
    }

    @Override
    @Transactional(readOnly = true)
    public Chronicle chronicle(UUID caseId) {
        cases.require(caseId);
        return new Chronicle(
                motions.of(caseId), meetings.of(caseId), papers.of(caseId), resolutions.of(caseId));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean resolvedToApply(UUID caseId, LocalDate day) {
        return resolutions.of(caseId).stream().anyMatch(it -> it.allowsToApplyOn(day));
    }

    Motion move(
            UUID caseId,
            LocalDate datedOn,
            List<String> proposers,
            String subject,
            @Nullable String wording,
            @Nullable String mandate,
            @Nullable String documentSha256) {
        open(caseId);
        var errors = new ArrayList<FieldError>();
        notAhead("datedOn", datedOn, errors);
        known(caseId, documentSha256, errors);
        var groups = proposers.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (groups.isEmpty()) {
            errors.add(FieldError.of("proposers", "proposers-missing"));
        }
        ResolutionRegister.refuse(errors);
        var asked = text(mandate);
        var motion =
                new Motion(
                        Ids.next(),
                        caseId,
                        datedOn,
                        groups.stream().distinct().toList(),
                        subject.strip(),
                        text(wording),
                        documentSha256,
                        asked == null ? null : Mandate.proposed(asked),
                        cases.recording(caseId, datedOn));
        motions.insert(motion);
        audit.record("motion.recorded", "motion", motion.id().toString(), null, motion, null);
        return motion;
    }

    Paper file(
            UUID caseId,
            String number,
            Paper.Type type,
            String title,
            LocalDate datedOn,
            boolean supplementary,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate sentOn,
            @Nullable String documentSha256,
            List<Consultation> consultations) {
        open(caseId);
        var errors = new ArrayList<FieldError>();
        notAhead("datedOn", datedOn, errors);
        notAhead("announcedOn", announcedOn, errors);
        notAhead("sentOn", sentOn, errors);
        known(caseId, documentSha256, errors);
        if (supplementary && announcedOn == null) {
            errors.add(FieldError.of("announcedOn", "announcement-missing"));
        }
        if (announcedOn != null && sentOn != null && sentOn.isBefore(announcedOn)) {
            errors.add(FieldError.of("sentOn", "sent-before-announced"));
        }
        if (papers.numberTaken(caseId, number.strip())) {
            errors.add(FieldError.of("number", "paper-number-taken", number.strip()));
        }
        ResolutionRegister.refuse(errors);
        var paper =
                new Paper(
                        Ids.next(),
                        caseId,
                        number.strip(),
                        type,
                        title.strip(),
                        datedOn,
                        supplementary,
                        announcedOn,
                        sentOn,
                        documentSha256,
                        List.copyOf(consultations),
                        0,
                        cases.recording(caseId, datedOn));
        papers.insert(paper);
        audit.record("paper.recorded", "paper", paper.id().toString(), null, paper, null);
        return paper;
    }

    /** Notes that an announced paper was sent. */
    Paper send(
            UUID caseId,
            UUID paperId,
            long version,
            LocalDate sentOn,
            @Nullable String documentSha256) {
        open(caseId);
        var before = papers.find(caseId, paperId).orElseThrow(() -> Problem.notFound("paper"));
        if (before.version() != version) {
            throw Problem.stale(List.of("sentOn"));
        }
        if (!before.awaited()) {
            throw Problem.conflict("paper-sent", before.number());
        }
        var errors = new ArrayList<FieldError>();
        notAhead("sentOn", sentOn, errors);
        known(caseId, documentSha256, errors);
        var announcedOn = before.announcedOn();
        if (announcedOn != null && sentOn.isBefore(announcedOn)) {
            errors.add(FieldError.of("sentOn", "sent-before-announced"));
        }
        ResolutionRegister.refuse(errors);
        if (!papers.send(paperId, version, sentOn, documentSha256)) {
            throw Problem.stale(List.of("sentOn"));
        }
        var after = papers.find(caseId, paperId).orElseThrow(() -> Problem.notFound("paper"));
        audit.record("paper.sent", "paper", paperId.toString(), before, after, null);
        return after;
    }

    Meeting convene(UUID caseId, Body body, LocalDate heldOn, @Nullable LocalDate invitedOn) {
        open(caseId);
        var errors = new ArrayList<FieldError>();
        notAhead("invitedOn", invitedOn, errors);
        if (heldOn.isAfter(clock.today()) && invitedOn == null) {
            errors.add(FieldError.of("heldOn", "future-meeting"));
        }
        if (invitedOn != null && invitedOn.isAfter(heldOn)) {
            errors.add(FieldError.of("invitedOn", "invited-after-meeting"));
        }
        if (meetings.of(caseId).stream()
                .anyMatch(it -> it.body() == body && it.heldOn().equals(heldOn))) {
            errors.add(FieldError.of("heldOn", "meeting-exists"));
        }
        ResolutionRegister.refuse(errors);
        var meeting =
                new Meeting(
                        Ids.next(),
                        caseId,
                        body,
                        heldOn,
                        invitedOn,
                        List.of(),
                        cases.recording(caseId, heldOn));
        meetings.insert(meeting);
        audit.record("meeting.recorded", "meeting", meeting.id().toString(), null, meeting, null);
        return meeting;
    }

    AgendaItem list(
            UUID caseId,
            UUID meetingId,
            String number,
            String title,
            boolean publicItem,
            Competence competence,
            @Nullable UUID motionId,
            List<UUID> paperIds) {
        open(caseId);
        var meeting =
                meetings.find(caseId, meetingId).orElseThrow(() -> Problem.notFound("meeting"));
        var errors = new ArrayList<FieldError>();
        if (meeting.items().stream().anyMatch(it -> it.number().equals(number.strip()))) {
            errors.add(FieldError.of("number", "item-number-taken", number.strip()));
        }
        if (motionId != null && motions.find(caseId, motionId).isEmpty()) {
            errors.add(FieldError.of("motionId", "unknown-motion"));
        }
        var filed = papers.of(caseId).stream().map(Paper::id).toList();
        if (!filed.containsAll(paperIds)) {
            errors.add(FieldError.of("paperIds", "unknown-paper"));
        }
        ResolutionRegister.refuse(errors);
        var item =
                new AgendaItem(
                        Ids.next(),
                        meetingId,
                        number.strip(),
                        title.strip(),
                        publicItem,
                        competence,
                        motionId,
                        paperIds.stream().distinct().toList(),
                        null,
                        null,
                        null,
                        null,
                        0);
        meetings.insert(caseId, item);
        audit.record("agenda-item.recorded", "agenda-item", item.id().toString(), null, item, null);
        return item;
    }

    // Two people who enter the same meeting at once wait for each other here.
    private void open(UUID caseId) {
        cases.lock(caseId);
        cases.require(caseId);
    }

    private void notAhead(String field, @Nullable LocalDate day, List<FieldError> errors) {
        if (day != null && day.isAfter(clock.today())) {
            errors.add(FieldError.of(field, "future-date"));
        }
    }

    private void known(UUID caseId, @Nullable String document, List<FieldError> errors) {
        if (document != null && !cases.holds(caseId, document)) {
            errors.add(FieldError.of("documentSha256", "unknown-document"));
        }
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
