package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives all municipalities of an open round more time. */
@Service
class RoundExtension {

    private final RoundRecords rounds;
    private final RoundDeadlines deadlines;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    RoundExtension(
            RoundRecords rounds,
            RoundDeadlines deadlines,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    ConsultationRound extend(UUID id, long seen, LocalDate dueOn, String reason) {
        var root = roots.lock("consultation_round", id);
        var before = rounds.require(id);
        before.requireSeen(seen);
        var round = before.extend(dueOn, clock.now());
        rounds.update(round);
        deadlines.cancel(before);
        deadlines.schedule(round);
        audit.record("round.extended", "round", id.toString(), before, round, reason);
        outbox.append(
                root,
                ConsultationExtended.TOPIC,
                new ConsultationExtended(id, round.caseId(), dueOn, reason, root.version()));
        return round;
    }
}
