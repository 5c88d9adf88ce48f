package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a town tells the district before it answers: the letter is here, or we need longer. */
@Service
class Acknowledgement {

    private final RoundRecords rounds;
    private final AddresseeRecords addressees;
    private final Roots roots;
    private final Audit audit;
    private final BusinessClock clock;

    Acknowledgement(
            RoundRecords rounds,
            AddresseeRecords addressees,
            Roots roots,
            Audit audit,
            BusinessClock clock) {
        this.rounds = rounds;
        this.addressees = addressees;
        this.roots = roots;
        this.audit = audit;
        this.clock = clock;
    }

    /** Confirms that the letter arrived; a second confirmation changes nothing. */
    @Transactional
    void confirmReceipt(UUID id, String ags) {
        var addressee = asked(id, ags);
        if (addressee.receiptConfirmedAt() == null) {
            addressees.confirmReceipt(id, ags, clock.now());
            audit.record("round.receipt-confirmed", "round", id.toString(), null, ags, null);
        }
    }

    /** Asks for more time; whether it is given is the district's to decide. */
    @Transactional
    void requestExtension(UUID id, String ags, LocalDate until, String reason) {
        asked(id, ags);
        var round = rounds.require(id);
        if (round.status() != RoundStatus.OPEN) {
            throw Problem.conflict("round-state", round.status().name(), RoundStatus.OPEN.name());
        }
        if (!until.isAfter(round.dueOn())) {
            throw Problem.invalid("until", "not-an-extension", round.dueOn());
        }
        addressees.requestExtension(id, ags, until, reason);
        audit.record("round.extension-requested", "round", id.toString(), null, until, reason);
    }

    /**
     * Announces that the council is still to decide. What then follows until that day is an
     * announced supplement, not a late reply: a council cycle is longer than most deadlines (domain
     * §2.11). It counts for nothing that was to be handed in on time.
     */
    @Transactional
    void announceSupplement(UUID id, String ags, LocalDate until, String reason) {
        var addressee = asked(id, ags);
        var round = rounds.require(id);
        if (!clock.now().isBefore(addressee.endsAt(round))) {
            throw Problem.conflict("deadline-over-for-supplement", round.dueOn());
        }
        if (!until.isAfter(round.dueOn())) {
            throw Problem.invalid("until", "supplement-within-deadline", round.dueOn());
        }
        addressees.reserve(id, ags, new Addressee.Reservation(until, reason));
        audit.record("round.supplement-announced", "round", id.toString(), null, until, reason);
    }

    private Addressee asked(UUID id, String ags) {
        roots.lock("consultation_round", id);
        return addressees
                .find(id, ags)
                .filter(addressee -> rounds.require(id).status().sent())
                .orElseThrow(() -> Problem.notFound("round"));
    }
}
