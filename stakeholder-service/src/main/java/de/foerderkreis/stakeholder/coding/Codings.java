package de.foerderkreis.stakeholder.coding;

import de.foerderkreis.contracts.stakeholder.ReasonsCoded;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads reasons from statements whose towns ticked none (domain §2.11: optional for the town). The
 * town is told, may object, and the clerk then decides once more and says why.
 */
@Service
public class Codings {

    private final CodingRecords records;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    Codings(CodingRecords records, Roots roots, Outbox outbox, Audit audit, BusinessClock clock) {
        this.records = records;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a statement was coded, if it was. */
    @Transactional(readOnly = true)
    public Optional<Coding> find(UUID statementId) {
        return records.find(statementId);
    }

    /** All codings of a round by statement. */
    @Transactional(readOnly = true)
    public Map<UUID, Coding> ofRound(UUID roundId) {
        return records.ofRound(roundId).stream()
                .collect(Collectors.toMap(Coding::statementId, Function.identity()));
    }

    /** Codings a town objects to and nobody has decided again. */
    @Transactional(readOnly = true)
    public List<Coding> disputed(UUID roundId) {
        return records.ofRound(roundId).stream().filter(Coding::disputed).toList();
    }

    /**
     * Codes, or decides again.
     *
     * @param seen version the clerk saw, absent for the first coding
     * @param answer why, needed after an objection
     * @throws Problem 409 {@code reasons-given} where the town ticked reasons itself
     */
    @Transactional
    public Coding code(
            Coded statement,
            @Nullable Long seen,
            List<Reason> reasons,
            @Nullable String answer,
            String by) {
        var root = roots.lock("consultation_round", statement.roundId());
        if (!statement.given().isEmpty()) {
            throw Problem.conflict("reasons-given");
        }
        var sorted = reasons.stream().distinct().sorted().toList();
        if (sorted.isEmpty()) {
            throw Problem.invalid("reasons", "reasons-missing");
        }
        var before = records.find(statement.statementId());
        requireAnswer(before, answer);
        var now = clock.now();
        var stored =
                seen == null
                        ? records.insert(statement, sorted, by, now)
                        : records.update(statement.statementId(), seen, sorted, answer, by, now);
        if (!stored) {
            throw Problem.stale(List.of("reasons"));
        }
        audit.record(
                "statement.reasons-coded",
                "statement",
                statement.statementId().toString(),
                before.map(Coding::reasons).orElse(null),
                sorted,
                answer);
        outbox.append(
                root,
                ReasonsCoded.TOPIC,
                new ReasonsCoded(
                        statement.roundId(),
                        statement.caseId(),
                        statement.statementId(),
                        statement.ags(),
                        sorted.stream().map(Enum::name).toList(),
                        root.version()));
        return records.find(statement.statementId()).orElseThrow();
    }

    /** The town says that it was misread. */
    @Transactional
    public Coding object(UUID roundId, UUID statementId, long seen, String text) {
        roots.lock("consultation_round", roundId);
        if (records.find(statementId).isEmpty()) {
            throw Problem.conflict("nothing-coded");
        }
        if (!records.object(statementId, seen, text.strip(), clock.now())) {
            throw Problem.stale(List.of("reasons"));
        }
        audit.record(
                "statement.coding-disputed",
                "statement",
                statementId.toString(),
                null,
                text.strip(),
                null);
        return records.find(statementId).orElseThrow();
    }

    private static void requireAnswer(Optional<Coding> before, @Nullable String answer) {
        if (before.filter(Coding::disputed).isPresent() && (answer == null || answer.isBlank())) {
            throw Problem.invalid("answer", "objection-unanswered");
        }
    }
}
