package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.consultation.Reception;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mayor hands the town's statement in. */
@Service
class Submission {

    private final DraftRecords drafts;
    private final Reception reception;
    private final Intake intake;
    private final BusinessClock clock;

    Submission(DraftRecords drafts, Reception reception, Intake intake, BusinessClock clock) {
        this.drafts = drafts;
        this.reception = reception;
        this.intake = intake;
        this.clock = clock;
    }

    @Transactional
    Statement submit(Caller mayor, UUID roundId, long seen) {
        var ags = mayor.ags();
        var window = reception.lock(roundId, ags);
        var draft =
                drafts.find(roundId, ags).orElseThrow(() -> Problem.conflict("nothing-to-submit"));
        draft.requireSeen(seen);
        var position = draft.content().position();
        if (position == null) {
            throw Problem.invalid("position", "position-missing");
        }
        if (!drafts.delete(roundId, ags, seen)) {
            throw Problem.stale(List.of("position", "reasons", "text"));
        }
        // Read after the lock: whoever waited for the closing of the round is late.
        var now = clock.now();
        var late = !window.open() || !window.inTime(now);
        return intake.take(
                window,
                new Intake.Arrival(
                        roundId, ags, position, draft.content(), Channel.PORTAL, now, now, late),
                mayor);
    }
}
