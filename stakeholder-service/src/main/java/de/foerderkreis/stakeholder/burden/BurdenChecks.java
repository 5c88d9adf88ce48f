package de.foerderkreis.stakeholder.burden;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.followup.FollowUpKind;
import de.foerderkreis.stakeholder.followup.FollowUps;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raises a check as soon as a town claims to gain nothing or less, whatever else it says: the
 * district must look at it before it sets the levy (KrO NRW § 56 Abs. 4).
 */
@Service
public class BurdenChecks {

    private final BurdenCheckRecords records;
    private final FollowUps followUps;
    private final Roots roots;
    private final Audit audit;
    private final BusinessClock clock;
    private final MessageSource messages;

    BurdenChecks(
            BurdenCheckRecords records,
            FollowUps followUps,
            Roots roots,
            Audit audit,
            BusinessClock clock,
            MessageSource messages) {
        this.records = records;
        this.followUps = followUps;
        this.roots = roots;
        this.audit = audit;
        this.clock = clock;
        this.messages = messages;
    }

    /**
     * Raises the check unless this town has one in this round already; the caller holds the round's
     * lock, so two statements of one town raise one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(UUID roundId, UUID caseId, String ags, String name) {
        if (records.find(roundId, ags).isPresent()) {
            return;
        }
        // A task is a record of the district, kept in its official language.
        var title =
                messages.getMessage("stakeholder.burden.task", new Object[] {name}, Locale.GERMAN);
        var followUp =
                followUps.open(
                        caseId,
                        FollowUpKind.BURDEN_CHECK,
                        title,
                        "treasurer",
                        null,
                        "/beteiligung/" + roundId + "/pruefung/" + ags);
        records.insert(roundId, ags, name, caseId, followUp);
    }

    @Transactional(readOnly = true)
    List<BurdenCheck> ofRound(UUID roundId) {
        return records.ofRound(roundId);
    }

    @Transactional(readOnly = true)
    Optional<BurdenCheck> find(UUID roundId, String ags) {
        return records.find(roundId, ags);
    }

    /** Decides with a reason and takes the task off the list. */
    @Transactional
    BurdenCheck decide(UUID roundId, String ags, long seen, Outcome outcome, String reason) {
        roots.lock("consultation_round", roundId);
        var before = records.find(roundId, ags).orElseThrow(() -> Problem.notFound("burden-check"));
        if (before.outcome() != null) {
            throw Problem.conflict("burden-decided", before.name());
        }
        if (!records.decide(roundId, ags, seen, outcome, reason.strip(), clock.now())) {
            throw Problem.stale(List.of("outcome", "reason"));
        }
        var after = records.find(roundId, ags).orElseThrow();
        audit.record(
                "burden-check.decided", "round", roundId.toString(), before, after, reason.strip());
        followUps.close(before.followUpId(), reason);
        return after;
    }
}
