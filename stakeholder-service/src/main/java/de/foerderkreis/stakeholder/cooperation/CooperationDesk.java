package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.contracts.stakeholder.CooperationRequested;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import de.foerderkreis.stakeholder.partner.PartnerDirectory;
import de.foerderkreis.stakeholder.reference.CaseThreads;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clerk asks partners and records their letters; a signed-in partner answers itself. */
@Service
class CooperationDesk {

    private final CooperationRecords records;
    private final Invitations invitations;
    private final CooperationAnswering answering;
    private final PartnerDirectory partners;
    private final Documents documents;
    private final CaseThreads threads;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    CooperationDesk(
            CooperationRecords records,
            Invitations invitations,
            CooperationAnswering answering,
            PartnerDirectory partners,
            Documents documents,
            CaseThreads threads,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.records = records;
        this.invitations = invitations;
        this.answering = answering;
        this.partners = partners;
        this.documents = documents;
        this.threads = threads;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks several partners the same; all of them or none. */
    @Transactional
    List<Cooperation> ask(UUID caseId, List<String> aliases, LocalDate dueOn, String request) {
        var today = clock.today();
        if (dueOn.isBefore(today)) {
            throw Problem.invalid("dueOn", "due-day-over", dueOn);
        }
        return aliases.stream()
                .distinct()
                .map(alias -> ask(caseId, alias, today, dueOn, request.strip()))
                .toList();
    }

    private Cooperation ask(
            UUID caseId, String alias, LocalDate today, LocalDate dueOn, String request) {
        var partner =
                partners.find(alias)
                        .filter(PartnerDirectory.KnownPartner::active)
                        .orElseThrow(() -> Problem.invalid("partners", "unknown-partner", alias));
        var root = threads.lock(caseId);
        var asked =
                new Cooperation(
                        Ids.next(),
                        caseId,
                        alias,
                        partner.category().name(),
                        request,
                        today,
                        dueOn,
                        null,
                        0,
                        FieldVersions.NONE);
        if (!records.insert(asked)) {
            throw Problem.invalid("partners", "partner-asked-already", partner.name());
        }
        audit.record(
                "cooperation.requested", "cooperation", asked.id().toString(), null, asked, null);
        outbox.append(
                root,
                CooperationRequested.TOPIC,
                new CooperationRequested(
                        caseId, asked.id(), alias, asked.category(), dueOn, root.version()));
        invitations.issue(asked, false);
        return asked;
    }

    /** Sends a new link; the older one stops working. */
    @Transactional
    Cooperation invite(UUID id) {
        threads.lock(records.require(id).caseId());
        var request = records.require(id);
        if (request.answer() != null) {
            throw Problem.conflict("cooperation-answered");
        }
        invitations.issue(request, false);
        return request;
    }

    /**
     * Records a confirmation that came as a letter.
     *
     * @param receivedOn day of its arrival, today or earlier
     */
    @Transactional
    Cooperation recordLetter(
            UUID id,
            LocalDate receivedOn,
            String function,
            String note,
            byte[] letter,
            String filename) {
        var root = threads.lock(records.require(id).caseId());
        var before = records.require(id);
        if (receivedOn.isAfter(clock.today())) {
            throw Problem.invalid("receivedOn", "received-in-future");
        }
        if (receivedOn.isBefore(before.askedOn())) {
            throw Problem.invalid("receivedOn", "received-before-asked", before.askedOn());
        }
        if (function.isBlank() || function.length() > 200) {
            throw Problem.invalid("function", "function-missing");
        }
        var stored = documents.store(letter, filename);
        return answering.take(
                root,
                before,
                new Answer(
                        true,
                        AnswerChannel.LETTER,
                        function.strip(),
                        note.strip(),
                        // The day is what the stamp says; noon keeps it that day in every zone of
                        // Europe.
                        receivedOn.atTime(12, 0).atZone(BusinessClock.ZONE).toInstant(),
                        stored.sha256()));
    }

    /** A signed-in partner answers its own request; another's is not there for it. */
    @Transactional
    Cooperation answer(Caller partner, UUID id, long seen, Answer.Typed typed) {
        var root = threads.lock(records.require(id).caseId());
        var before = records.require(id);
        if (!before.partner().equals(partner.organisation())) {
            throw Problem.notFound("cooperation");
        }
        if (before.version() != seen) {
            throw Problem.stale(before.fields().since(seen));
        }
        return answering.take(root, before, typed.by(AnswerChannel.PORTAL, clock.now()));
    }
}
