package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.attachment.Attachment;
import de.foerderkreis.stakeholder.attachment.Attachments;
import de.foerderkreis.stakeholder.consultation.Reception;
import de.foerderkreis.stakeholder.signing.SignedAs;
import de.foerderkreis.stakeholder.signing.TownSignings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mayor hands the town's statement in, signed the way the town chose. */
@Service
class Submission {

    private final DraftRecords drafts;
    private final Reception reception;
    private final Attachments attachments;
    private final TownSignings signings;
    private final Intake intake;
    private final BusinessClock clock;

    Submission(
            DraftRecords drafts,
            Reception reception,
            Attachments attachments,
            TownSignings signings,
            Intake intake,
            BusinessClock clock) {
        this.drafts = drafts;
        this.reception = reception;
        this.attachments = attachments;
        this.signings = signings;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Hands in.
     *
     * @param signedAs in whose name the attached letter is signed; the mayor's own if absent
     */
    @Transactional
    Statement submit(Caller mayor, UUID roundId, long seen, @Nullable SignedAs signedAs) {
        var ags = mayor.ags();
        var window = reception.lock(roundId, ags);
        var draft =
                drafts.find(roundId, ags).orElseThrow(() -> Problem.conflict("nothing-to-submit"));
        draft.requireSeen(seen);
        var position = draft.content().position();
        if (position == null) {
            throw Problem.invalid("position", "position-missing");
        }
        var signature = signature(roundId, ags, signedAs);
        if (!drafts.delete(roundId, ags, seen)) {
            throw Problem.stale(List.of("position", "reasons", "text"));
        }
        // Read after the lock: whoever waited for the closing of the round is late.
        var now = clock.now();
        var late = !window.open() || !window.inTime(now);
        var statement =
                intake.take(
                        window,
                        new Intake.Arrival(
                                roundId,
                                ags,
                                reception.addressees(roundId).getOrDefault(ags, ags),
                                position,
                                draft.content(),
                                Channel.PORTAL,
                                now,
                                now,
                                late,
                                signature,
                                Evidence.NONE),
                        mayor);
        attachments.handOver(roundId, ags, statement.id());
        return statement;
    }

    private Intake.Signature signature(UUID roundId, String ags, @Nullable SignedAs signedAs) {
        var chosen = signings.of(ags).signing();
        return switch (chosen) {
            case LOGIN -> new Intake.Signature(chosen, null);
            case PAPER -> throw Problem.conflict("signed-on-paper");
            case LETTER_UPLOAD -> {
                if (attachments.ofDraft(roundId, ags).stream()
                        .noneMatch(Attachment::signedLetter)) {
                    throw Problem.invalid("signedLetter", "signed-letter-missing");
                }
                yield new Intake.Signature(chosen, signedAs == null ? SignedAs.OWN_NAME : signedAs);
            }
        };
    }
}
