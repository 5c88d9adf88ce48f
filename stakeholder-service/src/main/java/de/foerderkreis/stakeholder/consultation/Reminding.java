package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.contracts.stakeholder.ConsultationReminderDue;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds exactly the municipalities whose statement has not arrived. Who was given more time is
 * not reminded by deadline, only by hand.
 */
@Service
class Reminding {

    private final RoundRecords rounds;
    private final AddresseeRecords addressees;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    Reminding(
            RoundRecords rounds,
            AddresseeRecords addressees,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.rounds = rounds;
        this.addressees = addressees;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** By deadline: everybody outstanding, nobody if all have answered or the round is over. */
    @Transactional
    public void remindDue(UUID id) {
        var root = roots.lock("consultation_round", id);
        var round = rounds.require(id);
        var outstanding =
                outstanding(id).stream()
                        .filter(it -> !it.hasTimeBeyond(round.dueOn()))
                        .map(Addressee::ags)
                        .toList();
        if (round.status() == RoundStatus.OPEN && !outstanding.isEmpty()) {
            remind(root, round, outstanding, false);
        }
    }

    /**
     * By hand: those chosen that are still outstanding; who has answered meanwhile is left in
     * peace.
     */
    @Transactional
    List<String> remind(UUID id, List<String> chosen) {
        var root = roots.lock("consultation_round", id);
        var round = rounds.require(id);
        if (round.status() != RoundStatus.OPEN) {
            throw Problem.conflict("round-state", round.status().name(), RoundStatus.OPEN.name());
        }
        var reminded =
                outstanding(id).stream().map(Addressee::ags).filter(chosen::contains).toList();
        if (reminded.isEmpty()) {
            throw Problem.conflict("nobody-to-remind");
        }
        remind(root, round, reminded, true);
        return reminded;
    }

    private List<Addressee> outstanding(UUID id) {
        return addressees.of(id).stream().filter(addressee -> !addressee.answered()).toList();
    }

    private void remind(
            LockedRoot root, ConsultationRound round, List<String> municipalities, boolean manual) {
        rounds.countReminder(round.id());
        addressees.markReminded(round.id(), municipalities, clock.now());
        audit.record("round.reminded", "round", round.id().toString(), null, municipalities, null);
        outbox.append(
                root,
                ConsultationReminderDue.TOPIC,
                new ConsultationReminderDue(
                        round.id(),
                        round.caseId(),
                        round.title(),
                        round.remindersSent() + 1,
                        manual,
                        round.dueOn(),
                        municipalities,
                        root.version()));
    }
}
