package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.stakeholder.reference.LevyBase;
import de.foerderkreis.stakeholder.tally.Share;
import de.foerderkreis.stakeholder.tally.TallyLine;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a round for reply when its last day is over, and says what came of it. */
@Service
class RoundClosing {

    private final RoundRecords rounds;
    private final AddresseeRecords addressees;
    private final RoundDeadlines deadlines;
    private final Tallies tallies;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    RoundClosing(
            RoundRecords rounds,
            AddresseeRecords addressees,
            RoundDeadlines deadlines,
            Tallies tallies,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.rounds = rounds;
        this.addressees = addressees;
        this.deadlines = deadlines;
        this.tallies = tallies;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** By hand, after the due instant, where the deadline has not done it yet. */
    @Transactional
    ConsultationRound close(UUID id, long seen) {
        var root = roots.lock("consultation_round", id);
        var before = rounds.require(id);
        before.requireSeen(seen);
        deadlines.cancel(before);
        return close(root, before, clock.now());
    }

    /**
     * By deadline. A round that was closed by hand or extended in the meantime is left alone, so
     * the same deadline twice closes once.
     */
    @Transactional
    public void closeDue(UUID id, Instant dueAt) {
        var root = roots.lock("consultation_round", id);
        var round = rounds.require(id);
        if (round.status() == RoundStatus.OPEN && !round.inTime(dueAt)) {
            close(root, round, dueAt);
        }
    }

    private ConsultationRound close(LockedRoot root, ConsultationRound before, Instant at) {
        var round = before.close(at, tallies.baseOf(before).map(LevyBase::id).orElse(null));
        rounds.update(round);
        audit.record("round.closed", "round", round.id().toString(), before, round, null);
        announce(root, round);
        return round;
    }

    /** Says the result; once more when a letter that had arrived in time is recorded afterwards. */
    void announce(LockedRoot root, ConsultationRound round) {
        var tally = tallies.count(round, addressees.of(round.id()));
        outbox.append(
                root,
                ConsultationClosed.TOPIC,
                new ConsultationClosed(
                        round.id(),
                        round.caseId(),
                        round.kind().name(),
                        round.dueOn(),
                        Objects.requireNonNull(round.closedAt()),
                        Math.toIntExact(tally.asked()),
                        Math.toIntExact(tally.onTime()),
                        tally.lines().stream().map(RoundClosing::line).toList(),
                        root.version()));
    }

    private static ConsultationClosed.Tally line(TallyLine line) {
        return new ConsultationClosed.Tally(
                line.code(),
                Math.toIntExact(line.heads().part()),
                line.inhabitants().part(),
                euros(line.levyBase()));
    }

    private static @Nullable String euros(@Nullable Share levyBase) {
        return levyBase == null ? null : Money.ofCents(levyBase.part()).toString();
    }
}
