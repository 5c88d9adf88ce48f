package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.district.Districts;
import de.foerderkreis.stakeholder.reference.CaseThreads;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody with a link may do: look, answer once, have a new link sent. Looking changes
 * nothing, because mail scanners look too.
 */
@Service
class LinkVisit {

    private final InvitationRecords invitations;
    private final CooperationRecords records;
    private final Cooperations cooperations;
    private final Invitations issuing;
    private final CooperationAnswering answering;
    private final Districts districts;
    private final CaseThreads threads;
    private final BusinessClock clock;
    private final CooperationSettings settings;

    LinkVisit(
            InvitationRecords invitations,
            CooperationRecords records,
            Cooperations cooperations,
            Invitations issuing,
            CooperationAnswering answering,
            Districts districts,
            CaseThreads threads,
            BusinessClock clock,
            CooperationSettings settings) {
        this.invitations = invitations;
        this.records = records;
        this.cooperations = cooperations;
        this.issuing = issuing;
        this.answering = answering;
        this.districts = districts;
        this.threads = threads;
        this.clock = clock;
        this.settings = settings;
    }

    /** What the page shows; empty for a link nobody sent. */
    @Transactional(readOnly = true)
    Optional<Seen> look(LinkSecret secret) {
        return invitations.find(secret).map(this::seen);
    }

    /**
     * Answers the request.
     *
     * @throws Problem 409 {@code link-not-open} if the link was used, replaced or ran out, or the
     *     request was answered another way
     */
    @Transactional
    void answer(LinkSecret secret, Answer.Typed typed) {
        var found = require(secret);
        var root = threads.lock(records.require(found.cooperationId()).caseId());
        // Again under the lock: a second click waits here and finds the answer of the first.
        var link = require(secret);
        var request = records.require(link.cooperationId());
        var now = clock.now();
        if (!link.opens(now) || request.answer() != null) {
            throw Problem.conflict("link-not-open");
        }
        invitations.use(link.id(), now);
        answering.take(root, request, typed.by(AnswerChannel.LINK, now));
    }

    /**
     * Has a new link sent to the known address, unless the partner was sent one it asked for just
     * now, or there is nothing left to answer.
     */
    @Transactional
    void renew(LinkSecret secret) {
        var link = require(secret);
        threads.lock(records.require(link.cooperationId()).caseId());
        var request = records.require(link.cooperationId());
        if (request.answer() == null
                && !invitations.askedForWithin(request.id(), settings.renewalPause())) {
            issuing.issue(request, true);
        }
    }

    private Invitation require(LinkSecret secret) {
        return invitations.find(secret).orElseThrow(() -> Problem.notFound("link"));
    }

    private Seen seen(Invitation link) {
        var request = records.require(link.cooperationId());
        return new Seen(
                cooperations.view(request),
                districts.name(),
                state(link, request, clock.now()),
                LocalDate.ofInstant(link.validUntil(), BusinessClock.ZONE).minusDays(1));
    }

    private static State state(Invitation link, Cooperation request, Instant now) {
        if (request.answer() != null) {
            return State.ANSWERED;
        }
        if (link.replaced()) {
            return State.REPLACED;
        }
        return link.opens(now) ? State.OPEN : State.EXPIRED;
    }

    /** What a link is good for. */
    enum State {
        OPEN,
        ANSWERED,
        EXPIRED,
        REPLACED
    }

    /**
     * What the page shows.
     *
     * @param lastDay last whole day the link works
     */
    record Seen(CooperationView request, String district, State state, LocalDate lastDay) {}
}
