package de.foerderkreis.stakeholder.synopsis;

import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.consultation.RoundProgress;
import de.foerderkreis.stakeholder.consultation.RoundReader;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Releases a synopsis to the council, and later to the towns. Four eyes: who alone wrote the
 * answers does not release them.
 */
@Service
class Releasing {

    private final Synopsis synopsis;
    private final SynopsisRecords records;
    private final RoundReader rounds;
    private final RoundProgress progress;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    Releasing(
            Synopsis synopsis,
            SynopsisRecords records,
            RoundReader rounds,
            RoundProgress progress,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.synopsis = synopsis;
        this.records = records;
        this.rounds = rounds;
        this.progress = progress;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Releases exactly what the head saw.
     *
     * @param seen SHA-256 of the content the head saw
     */
    @Transactional
    SynopsisRecords.Release release(Caller head, UUID roundId, String seen) {
        var root = roots.lock("consultation_round", roundId);
        var round = rounds.require(roundId);
        if (!round.closed()) {
            throw Problem.conflict("synopsis-too-early", round.dueOn());
        }
        var entries = synopsis.of(round);
        var content = synopsis.write(entries);
        var sha256 = Synopsis.sha256(content);
        if (!sha256.equals(seen)) {
            throw Problem.stale(List.of("entries"));
        }
        requireAnswers(entries);
        requireAnotherAuthor(head, roundId);
        var last = records.latestRelease(roundId);
        if (last.filter(it -> it.sha256().equals(sha256)).isPresent()) {
            throw Problem.conflict("synopsis-released-already");
        }
        var release =
                new SynopsisRecords.Release(
                        last.map(it -> it.version() + 1).orElse(1), clock.today(), content, sha256);
        records.insertRelease(roundId, release, head.subject());
        progress.evaluated(roundId);
        audit.record(
                "synopsis.released", "round", roundId.toString(), null, release.sha256(), null);
        outbox.append(
                root,
                SynopsisReleased.TOPIC,
                new SynopsisReleased(
                        roundId,
                        round.caseId(),
                        release.version(),
                        release.releasedOn(),
                        entries.stream().map(Releasing::entry).toList(),
                        root.version()));
        return release;
    }

    /** Gives the released synopsis to the towns of the round; before that they see none of it. */
    @Transactional
    SynopsisRecords.Release publish(UUID roundId) {
        roots.lock("consultation_round", roundId);
        var release =
                records.latestRelease(roundId)
                        .orElseThrow(() -> Problem.conflict("synopsis-not-released"));
        if (!records.publish(roundId, release.version(), clock.now())) {
            throw Problem.conflict("synopsis-published-already");
        }
        if (!rounds.require(roundId).published()) {
            progress.published(roundId);
        }
        audit.record(
                "synopsis.published", "round", roundId.toString(), null, release.sha256(), null);
        return release;
    }

    private static void requireAnswers(List<SynopsisEntry> entries) {
        var missing =
                entries.stream()
                        .filter(SynopsisEntry::unanswered)
                        .map(SynopsisEntry::name)
                        .toList();
        if (!missing.isEmpty()) {
            throw Problem.conflict("answers-missing", String.join(", ", missing));
        }
    }

    private void requireAnotherAuthor(Caller head, UUID roundId) {
        var authors =
                records.answers(roundId).values().stream()
                        .flatMap(it -> it.authors().stream())
                        .distinct()
                        .toList();
        if (authors.equals(List.of(head.subject()))) {
            throw Problem.forbidden("own-synopsis");
        }
    }

    private static SynopsisReleased.Entry entry(SynopsisEntry it) {
        return new SynopsisReleased.Entry(
                it.ags(),
                it.position(),
                it.timing(),
                it.receivedAt(),
                it.channel(),
                it.reasons(),
                it.text(),
                it.documents().stream()
                        .map(file ->
                                new SynopsisReleased.Document(
                                        file.name(), file.mediaType(), file.sha256()))
                        .toList(),
                it.answer(),
                it.proposedDecision(),
                it.minutes(),
                it.jointWith());
    }
}
