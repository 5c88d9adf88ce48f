package de.foerderkreis.stakeholder.synopsis;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.consultation.RoundReader;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clerk writes what the administration answers; every version stays in the trail. */
@Service
class Answering {

    private final SynopsisRecords records;
    private final RoundReader rounds;
    private final Roots roots;
    private final Audit audit;

    Answering(SynopsisRecords records, RoundReader rounds, Roots roots, Audit audit) {
        this.records = records;
        this.rounds = rounds;
        this.roots = roots;
        this.audit = audit;
    }

    /** Stores all of the answers or, if one of them is stale, none. */
    @Transactional
    void answer(Caller clerk, UUID roundId, List<Command> commands) {
        roots.lock("consultation_round", roundId);
        var round = rounds.require(roundId);
        if (round.prepared()) {
            throw Problem.conflict("nothing-to-answer");
        }
        for (var command : commands) {
            if (round.towns().stream().noneMatch(it -> it.ags().equals(command.ags()))) {
                throw Problem.invalid("ags", "unknown-municipality", command.ags());
            }
            store(clerk, roundId, command);
        }
    }

    private void store(Caller clerk, UUID roundId, Command command) {
        var before = records.answers(roundId).get(command.ags());
        if (before == null && command.seen() != null) {
            throw Problem.stale(List.of("answer"));
        }
        if (before != null && !Long.valueOf(before.version()).equals(command.seen())) {
            var seen = command.seen();
            throw Problem.stale(
                    seen == null
                            ? List.of("answer", "proposedDecision")
                            : before.fields().since(seen));
        }
        var after =
                before == null
                        ? Answer.first(
                                command.ags(),
                                command.answer(),
                                command.proposedDecision(),
                                clerk.subject())
                        : before.rewritten(
                                command.answer(), command.proposedDecision(), clerk.subject());
        if (!after.equals(before)) {
            records.store(roundId, after);
            audit.record(
                    "synopsis.answered",
                    "round",
                    roundId.toString(),
                    before == null ? null : new Trace(before),
                    new Trace(after),
                    null);
        }
    }

    /**
     * One answer.
     *
     * @param seen version the clerk saw, absent for the first
     */
    record Command(String ags, @Nullable Long seen, String answer, String proposedDecision) {}

    private record Trace(String ags, String answer, String proposedDecision, long version) {

        Trace(Answer it) {
            this(it.ags(), it.answer(), it.proposedDecision(), it.version());
        }
    }
}
