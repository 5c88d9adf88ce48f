package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.contracts.stakeholder.ReplyExtensionDecided;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives one town more time, or does not. The deadline of all others stays as it is. */
@Service
class ExtensionDecision {

    private final RoundRecords rounds;
    private final AddresseeRecords addressees;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;

    ExtensionDecision(
            RoundRecords rounds,
            AddresseeRecords addressees,
            Roots roots,
            Outbox outbox,
            Audit audit) {
        this.rounds = rounds;
        this.addressees = addressees;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Grants more time.
     *
     * @param until last day for this town; the day it wished for if absent
     */
    @Transactional
    void grant(UUID id, String ags, @Nullable LocalDate until, String reason) {
        decide(id, ags, true, until, reason);
    }

    /** Refuses; the reason goes to the town. */
    @Transactional
    void refuse(UUID id, String ags, String reason) {
        decide(id, ags, false, null, reason);
    }

    private void decide(
            UUID id, String ags, boolean granted, @Nullable LocalDate until, String reason) {
        var root = roots.lock("consultation_round", id);
        var round = rounds.require(id);
        var addressee = addressees.find(id, ags).orElseThrow(() -> Problem.notFound("addressee"));
        var wish = addressee.moreTime();
        if (wish == null || wish.decision() != null) {
            throw Problem.conflict("nothing-to-decide", addressee.name());
        }
        if (round.status() != RoundStatus.OPEN) {
            throw Problem.conflict("round-state", round.status().name(), RoundStatus.OPEN.name());
        }
        var last = granted ? (until == null ? wish.until() : until) : null;
        if (last != null && !last.isAfter(round.dueOn())) {
            throw Problem.invalid("until", "not-an-extension", round.dueOn());
        }
        var decided =
                new Addressee.MoreTime(
                        wish.until(),
                        wish.reason(),
                        granted ? Addressee.Decision.GRANTED : Addressee.Decision.REFUSED,
                        last,
                        reason);
        addressees.decideExtension(id, ags, decided);
        audit.record(
                granted ? "round.extension-granted" : "round.extension-refused",
                "round",
                id.toString(),
                ags + " " + wish.until(),
                last,
                reason);
        outbox.append(
                root,
                ReplyExtensionDecided.TOPIC,
                new ReplyExtensionDecided(id, round.caseId(), ags, last, root.version()));
    }
}
