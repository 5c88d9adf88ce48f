package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.burden.BurdenChecks;
import de.foerderkreis.stakeholder.coding.Coded;
import de.foerderkreis.stakeholder.coding.Coding;
import de.foerderkreis.stakeholder.coding.Codings;
import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.consultation.RoundReader;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clerk reads reasons from a statement; the town that wrote it may object. */
@Service
class ReasonReading {

    private final Statements statements;
    private final Codings codings;
    private final BurdenChecks burdens;
    private final RoundReader rounds;

    ReasonReading(
            Statements statements, Codings codings, BurdenChecks burdens, RoundReader rounds) {
        this.statements = statements;
        this.codings = codings;
        this.burdens = burdens;
        this.rounds = rounds;
    }

    @Transactional
    Coding code(
            Caller clerk,
            UUID roundId,
            UUID id,
            @Nullable Long seen,
            List<Reason> reasons,
            @Nullable String answer) {
        var statement = statements.require(clerk, roundId, id);
        var round = rounds.require(roundId);
        var coding =
                codings.code(
                        new Coded(
                                id, roundId, round.caseId(), statement.ags(), statement.reasons()),
                        seen,
                        reasons,
                        answer,
                        clerk.subject());
        if (coding.reasons().contains(Reason.NO_OR_LESS_BENEFIT)) {
            burdens.raise(
                    roundId,
                    round.caseId(),
                    statement.ags(),
                    statements.addressees(roundId).getOrDefault(statement.ags(), statement.ags()));
        }
        return coding;
    }

    @Transactional
    Coding object(Caller town, UUID roundId, UUID id, long seen, String text) {
        statements.require(town, roundId, id);
        return codings.object(roundId, id, seen, text);
    }
}
