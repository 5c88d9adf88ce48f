package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.contracts.stakeholder.StatementLate;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.stakeholder.burden.BurdenChecks;
import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.consultation.Reception;
import de.foerderkreis.stakeholder.signing.SignedAs;
import de.foerderkreis.stakeholder.signing.Signing;
import de.foerderkreis.stakeholder.tally.Position;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a statement in: copy, number, which one counts, event. Works under the round's lock. */
@Component
class Intake {

    private final StatementRecords statements;
    private final Reception reception;
    private final BurdenChecks burdens;
    private final Outbox outbox;
    private final Audit audit;

    Intake(
            StatementRecords statements,
            Reception reception,
            BurdenChecks burdens,
            Outbox outbox,
            Audit audit) {
        this.statements = statements;
        this.reception = reception;
        this.burdens = burdens;
        this.outbox = outbox;
        this.audit = audit;
    }

    Statement take(Reception.Window window, Arrival arrival, Caller by) {
        var supplement = arrival.late() && window.announced(arrival.receivedAt());
        var late = arrival.late() && !supplement;
        var statement =
                new Statement(
                        Ids.next(),
                        arrival.roundId(),
                        arrival.ags(),
                        arrival.position(),
                        arrival.content().reasons(),
                        arrival.content().text(),
                        arrival.channel(),
                        arrival.receivedAt(),
                        arrival.recordedAt(),
                        late,
                        supplement,
                        arrival.signature().signing(),
                        arrival.signature().signedAs(),
                        before(late, supplement),
                        receiptNumber(arrival.receivedAt()),
                        arrival.evidence());
        statements.insert(statement, by.subject());
        var standing = settle(arrival.roundId(), arrival.ags());
        var count =
                reception.settle(
                        window,
                        arrival.roundId(),
                        arrival.ags(),
                        new Reception.Reply(
                                standing.id(),
                                standing.position(),
                                standing.channel().name(),
                                standing.receivedAt(),
                                standing.late(),
                                standing.supplement()));
        if (statement.supplement()) {
            reception.supplemented(arrival.roundId(), arrival.ags(), arrival.receivedAt());
        }
        if (statement.reasons().contains(Reason.NO_OR_LESS_BENEFIT)) {
            burdens.raise(arrival.roundId(), window.caseId(), arrival.ags(), arrival.name());
        }
        announce(window, statement, count);
        audit.record(
                statement.late()
                        ? "statement.late"
                        : statement.supplement() ? "statement.supplement" : "statement.submitted",
                "statement",
                statement.id().toString(),
                null,
                new Trace(
                        statement.roundId(),
                        statement.ags(),
                        statement.position(),
                        statement.channel(),
                        statement.receivedAt(),
                        statement.receiptNumber(),
                        statement.evidence()),
                null);
        return statements.find(statement.roundId(), statement.id()).orElseThrow();
    }

    /** Until it is settled which one counts, a new one that came in time does not. */
    private static StatementStatus before(boolean late, boolean supplement) {
        if (late) {
            return StatementStatus.LATE;
        }
        return supplement ? StatementStatus.SUPPLEMENT : StatementStatus.REPLACED;
    }

    /**
     * First nothing counts, then one does: two never count at once, not even inside the
     * transaction.
     */
    private Statement settle(UUID roundId, String ags) {
        var settlement = new Settlement(statements.contending(roundId, ags));
        var changed =
                settlement.statements().stream()
                        .filter(it -> it.status() != settlement.statusOf(it))
                        .collect(
                                Collectors.partitioningBy(
                                        it -> settlement.statusOf(it) == StatementStatus.COUNTED));
        for (boolean counts : List.of(false, true)) {
            changed.getOrDefault(counts, List.of())
                    .forEach(it -> statements.changeStatus(it.id(), settlement.statusOf(it)));
        }
        return settlement.standing().orElseThrow();
    }

    private void announce(Reception.Window window, Statement statement, Reception.Count count) {
        if (statement.late()) {
            outbox.append(
                    window.root(),
                    StatementLate.TOPIC,
                    new StatementLate(
                            statement.roundId(),
                            window.caseId(),
                            statement.id(),
                            statement.ags(),
                            statement.position().name(),
                            statement.channel().name(),
                            statement.receivedAt(),
                            window.root().version()));
        } else {
            outbox.append(
                    window.root(),
                    StatementSubmitted.TOPIC,
                    new StatementSubmitted(
                            statement.roundId(),
                            window.caseId(),
                            statement.id(),
                            statement.ags(),
                            statement.position().name(),
                            statement.channel().name(),
                            statement.receivedAt(),
                            count.received(),
                            count.asked(),
                            window.root().version()));
        }
    }

    private String receiptNumber(Instant receivedAt) {
        return String.format(
                Locale.ROOT,
                "%s-%d-%06d",
                Tenancy.district(),
                receivedAt.atZone(BusinessClock.ZONE).getYear(),
                statements.nextReceiptNumber());
    }

    /**
     * A statement on its way in.
     *
     * @param name what the town is called
     * @param late whether it arrived after the town's last day, announced or not
     */
    record Arrival(
            UUID roundId,
            String ags,
            String name,
            Position position,
            Content content,
            Channel channel,
            Instant receivedAt,
            Instant recordedAt,
            boolean late,
            Signature signature,
            Evidence evidence) {}

    /**
     * How it was signed.
     *
     * @param signing absent for what was only said or mailed
     */
    record Signature(@Nullable Signing signing, @Nullable SignedAs signedAs) {

        static final Signature NONE = new Signature(null, null);
    }

    private record Trace(
            UUID roundId,
            String ags,
            Position position,
            Channel channel,
            Instant receivedAt,
            String receiptNumber,
            Evidence evidence) {}
}
