package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.consultation.Reception;
import de.foerderkreis.stakeholder.signing.SignedAs;
import de.foerderkreis.stakeholder.signing.Signing;
import java.time.Instant;
import java.util.UUID;
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
     * Whether it is late is decided by its arrival, not by when somebody found time to enter it.
     *
     * @param signedAs in whose name a letter is signed; the mayor's own if absent
     */
    @Transactional
    Statement record(
            Caller clerk,
            UUID roundId,
            String ags,
            Content content,
            Channel channel,
            Instant receivedAt,
            @Nullable SignedAs signedAs) {
        var window = reception.lock(roundId, ags);
        var now = clock.now();
        if (channel == Channel.PORTAL) {
            throw Problem.invalid("channel", "channel-not-recordable");
        }
        if (receivedAt.isAfter(now)) {
            throw Problem.invalid("receivedAt", "received-in-future");
        }
        var position = content.position();
        if (position == null) {
            throw Problem.invalid("position", "position-missing");
        }
        return intake.take(
                window,
                new Intake.Arrival(
                        roundId,
                        ags,
                        reception.addressees(roundId).getOrDefault(ags, ags),
                        position,
                        content,
                        channel,
                        receivedAt,
                        now,
                        !window.inTime(receivedAt),
                        signature(channel, signedAs)),
                clerk);
    }

    private static Intake.Signature signature(Channel channel, @Nullable SignedAs signedAs) {
        return channel == Channel.LETTER
                ? new Intake.Signature(
                        Signing.PAPER, signedAs == null ? SignedAs.OWN_NAME : signedAs)
                : Intake.Signature.NONE;
    }
}
