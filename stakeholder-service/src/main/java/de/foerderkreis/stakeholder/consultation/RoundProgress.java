package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.audit.Audit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves a closed round on when its synopsis moves on; the caller holds the round's lock. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RoundProgress {

    private final RoundRecords rounds;
    private final Audit audit;

    RoundProgress(RoundRecords rounds, Audit audit) {
        this.rounds = rounds;
        this.audit = audit;
    }

    /** Its result was released; a further release changes nothing here. */
    public void evaluated(UUID id) {
        var round = rounds.require(id);
        if (round.status() != RoundStatus.EVALUATED && round.status() != RoundStatus.PUBLISHED) {
            store(round, round.evaluated(), "round.evaluated");
        }
    }

    /** Its synopsis was given to the towns. */
    public void published(UUID id) {
        var round = rounds.require(id);
        store(round, round.published(), "round.published");
    }

    private void store(ConsultationRound before, ConsultationRound after, String action) {
        rounds.update(after);
        audit.record(action, "round", after.id().toString(), before, after, null);
    }
}
