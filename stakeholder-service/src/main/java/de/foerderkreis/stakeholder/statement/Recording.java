package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.consultation.Reception;
import de.foerderkreis.stakeholder.signing.SignedAs;
import de.foerderkreis.stakeholder.signing.Signing;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clerk enters what arrived on paper, by mail or was said. */
@Service
class Recording {

    private final Reception reception;
    private final Intake intake;
    private final BusinessClock clock;

    Recording(Reception reception, Intake intake, BusinessClock clock) {
        this.reception = reception;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Whether it is late is decided by its arrival, not by when somebody found time to enter it. A
     * joint statement becomes one for each of its towns, all or none.
     *
     * @param signedAs in whose name a letter is signed; the mayor's own if absent
     * @return the statement of the town named first
     * @throws Problem 422 {@code minutes-missing} if it was said and no minutes are named
     */
    @Transactional
    Statement record(
            Caller clerk,
            UUID roundId,
            String ags,
            Content content,
            Channel channel,
            Instant receivedAt,
            @Nullable SignedAs signedAs,
            Evidence evidence) {
        // A town that was not asked finds no round, whatever else is wrong.
        reception.lock(roundId, ags);
        if (channel == Channel.PORTAL) {
            throw Problem.invalid("channel", "channel-not-recordable");
        }
        if (receivedAt.isAfter(clock.now())) {
            throw Problem.invalid("receivedAt", "received-in-future");
        }
        if (content.position() == null) {
            throw Problem.invalid("position", "position-missing");
        }
        if (channel == Channel.ORAL && evidence.minutes() == null) {
            throw Problem.invalid("minutes", "minutes-missing");
        }
        var asked = reception.addressees(roundId);
        evidence.jointWith().stream()
                .filter(it -> !asked.containsKey(it))
                .findFirst()
                .ifPresent(it -> {
                    throw Problem.invalid("jointWith", "joint-town-not-asked", it);
                });
        var towns =
                Stream.concat(Stream.of(ags), evidence.jointWith().stream()).distinct().toList();
        return towns.stream()
                .map(town ->
                        take(
                                clerk,
                                roundId,
                                town,
                                asked.getOrDefault(town, town),
                                content,
                                channel,
                                receivedAt,
                                signature(channel, signedAs),
                                evidence.seenFrom(town, towns)))
                .toList()
                .getFirst();
    }

    private Statement take(
            Caller clerk,
            UUID roundId,
            String ags,
            String name,
            Content content,
            Channel channel,
            Instant receivedAt,
            Intake.Signature signature,
            Evidence evidence) {
        var window = reception.lock(roundId, ags);
        return intake.take(
                window,
                new Intake.Arrival(
                        roundId,
                        ags,
                        name,
                        Objects.requireNonNull(content.position()),
                        content,
                        channel,
                        receivedAt,
                        clock.now(),
                        !window.inTime(receivedAt),
                        signature,
                        evidence),
                clerk);
    }

    private static Intake.Signature signature(Channel channel, @Nullable SignedAs signedAs) {
        return channel == Channel.LETTER
                ? new Intake.Signature(
                        Signing.PAPER, signedAs == null ? SignedAs.OWN_NAME : signedAs)
                : Intake.Signature.NONE;
    }
}
