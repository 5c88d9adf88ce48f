package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares a round, or drops one that was never sent. */
@Service
class RoundPreparation {

    private final RoundRecords rounds;
    private final Roots roots;
    private final Audit audit;
    private final BusinessClock clock;

    RoundPreparation(RoundRecords rounds, Roots roots, Audit audit, BusinessClock clock) {
        this.rounds = rounds;
        this.roots = roots;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    ConsultationRound prepare(PrepareRound command) {
        if (command.dueOn().isBefore(clock.today())) {
            throw Problem.invalid("dueOn", "due-day-over", command.dueOn());
        }
        var round =
                new ConsultationRound(
                        Ids.next(),
                        command.caseId(),
                        command.title().strip(),
                        command.kind(),
                        command.agreementMode(),
                        command.silenceMeans(),
                        RoundStatus.PREPARED,
                        null,
                        command.dueOn(),
                        command.reminderDays().stream()
                                .distinct()
                                .sorted(Comparator.reverseOrder())
                                .toList(),
                        0,
                        null,
                        null,
                        null,
                        null,
                        0,
                        FieldVersions.NONE);
        rounds.insert(round);
        audit.record("round.prepared", "round", round.id().toString(), null, round, null);
        return round;
    }

    @Transactional
    ConsultationRound cancel(UUID id, long seen, String reason) {
        roots.lock("consultation_round", id);
        var before = rounds.require(id);
        before.requireSeen(seen);
        var round = before.cancel();
        rounds.update(round);
        audit.record("round.cancelled", "round", id.toString(), before, round, reason);
        return round;
    }

    /** What a clerk decides before a letter goes out. */
    record PrepareRound(
            UUID caseId,
            String title,
            RoundKind kind,
            AgreementMode agreementMode,
            SilenceMeans silenceMeans,
            LocalDate dueOn,
            List<Integer> reminderDays) {}
}
