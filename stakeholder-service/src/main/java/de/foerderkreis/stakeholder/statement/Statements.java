package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.stakeholder.consultation.Reception;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads statements: the district everything that was delivered, a town its own and, before
 * publication, nothing of its neighbours.
 */
@Service
@Transactional(readOnly = true)
class Statements {

    private final StatementRecords statements;
    private final DraftRecords drafts;
    private final Reception reception;
    private final BusinessClock clock;

    Statements(
            StatementRecords statements,
            DraftRecords drafts,
            Reception reception,
            BusinessClock clock) {
        this.clock = clock;
        this.statements = statements;
        this.drafts = drafts;
        this.reception = reception;
    }

    List<Statement> delivered(Caller caller, UUID roundId) {
        if (caller.kind() == OrganisationKind.MUNICIPALITY) {
            reception.look(roundId, caller.ags());
            return statements.ofTown(roundId, caller.ags());
        }
        reception.requireRound(roundId);
        return statements.ofRound(roundId);
    }

    Statement require(Caller caller, UUID roundId, UUID id) {
        return statements
                .find(roundId, id)
                .filter(statement ->
                        caller.kind() == OrganisationKind.DISTRICT
                                || statement.ags().equals(caller.organisation()))
                .orElseThrow(() -> Problem.notFound("statement"));
    }

    /** A town's desk: its draft, what it handed in, the round it is about. */
    Desk desk(Caller caller, UUID roundId) {
        var ags = caller.ags();
        return new Desk(
                reception.look(roundId, ags),
                drafts.find(roundId, ags),
                statements.ofTown(roundId, ags));
    }

    /** Names of the towns asked, by AGS. */
    Map<String, String> addressees(UUID roundId) {
        return reception.addressees(roundId);
    }

    /** What the round is called. */
    String titleOf(UUID roundId) {
        return reception.titleOf(roundId);
    }

    /** Whether a statement handed in now would be late. */
    boolean late(Reception.Glance round) {
        return !round.open() || !clock.now().isBefore(round.endsAt());
    }

    record Desk(
            Reception.Glance round, Optional<StatementDraft> draft, List<Statement> delivered) {}
}
