package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.tally.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The round's side of a reply: under the round's lock it says whether the reply is in time and
 * keeps the count. The same lock closes the round, so a reply is counted or late, never in between.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Reception {

    private final RoundRecords rounds;
    private final AddresseeRecords addressees;
    private final RoundClosing closing;
    private final Roots roots;

    Reception(RoundRecords rounds, AddresseeRecords addressees, RoundClosing closing, Roots roots) {
        this.rounds = rounds;
        this.addressees = addressees;
        this.closing = closing;
        this.roots = roots;
    }

    /** Locks the round for a reply of this town; a town that was not asked finds no round. */
    public Window lock(UUID roundId, String ags) {
        var root = roots.lock("consultation_round", roundId);
        var window = look(roundId, ags);
        return new Window(
                root,
                window.caseId(),
                window.title(),
                window.dueOn(),
                window.endsAt(),
                window.open(),
                window.supplementUntil());
    }

    /** The same without the lock, for those who only look or write a draft. */
    public Glance look(UUID roundId, String ags) {
        var round = rounds.require(roundId);
        var addressee =
                addressees
                        .find(roundId, ags)
                        .filter(it -> round.status().sent())
                        .orElseThrow(() -> Problem.notFound("round"));
        var reservation = addressee.reservation();
        return new Glance(
                roundId,
                round.caseId(),
                round.title(),
                addressee.lastDay(round),
                addressee.endsAt(round),
                round.status() == RoundStatus.OPEN || addressee.hasTimeBeyond(round.dueOn()),
                reservation == null ? null : reservation.until());
    }

    /** Names of the towns asked, by AGS and in its order. */
    public Map<String, String> addressees(UUID roundId) {
        var names = new LinkedHashMap<String, String>();
        addressees.of(roundId).forEach(it -> names.put(it.ags(), it.name()));
        return names;
    }

    /** What the round is called. */
    public String titleOf(UUID roundId) {
        return rounds.require(roundId).title();
    }

    /** Answers 404 for a round the district does not have. */
    public void requireRound(UUID roundId) {
        rounds.require(roundId);
    }

    /**
     * Notes what stands for the town now. A round closed already says its result once more, but
     * only if this changed it: a late reply or a supplement does not.
     */
    public Count settle(Window window, UUID roundId, String ags, Reply reply) {
        var before = addressees.find(roundId, ags).orElseThrow().answer();
        addressees.answer(
                roundId,
                ags,
                new Addressee.Answer(
                        reply.statementId(),
                        reply.position(),
                        reply.channel(),
                        reply.receivedAt(),
                        reply.late(),
                        reply.supplement()));
        var round = rounds.require(roundId);
        var sameAsBefore = before != null && before.statementId().equals(reply.statementId());
        if (round.closedAt() != null && !reply.late() && !reply.supplement() && !sameAsBefore) {
            closing.announce(window.root(), round);
        }
        var all = addressees.of(roundId);
        var onTime = all.stream().filter(addressee -> addressee.counted() != null).count();
        return new Count(Math.toIntExact(onTime), all.size());
    }

    /** Notes that what a town had announced came. */
    public void supplemented(UUID roundId, String ags, Instant at) {
        addressees.supplemented(roundId, ags, at);
    }

    /**
     * A round held for one reply.
     *
     * @param dueOn last day for this town, its own where it was given more time
     * @param endsAt the first instant that is too late for this town
     * @param open whether the town can still be in time
     * @param supplementUntil last day of a supplement it announced, absent if it announced none
     */
    public record Window(
            LockedRoot root,
            UUID caseId,
            String title,
            LocalDate dueOn,
            Instant endsAt,
            boolean open,
            @Nullable LocalDate supplementUntil) {

        /**
         * Whether a reply that arrived then was in time; a closed round changes nothing about that.
         */
        public boolean inTime(Instant arrival) {
            return arrival.isBefore(endsAt);
        }

        /** Whether a reply that arrived too late then is what the town had announced. */
        public boolean announced(Instant arrival) {
            return !inTime(arrival)
                    && supplementUntil != null
                    && arrival.isBefore(BusinessClock.endOf(supplementUntil));
        }
    }

    /** A round as a town asked in it sees it. */
    public record Glance(
            UUID roundId,
            UUID caseId,
            String title,
            LocalDate dueOn,
            Instant endsAt,
            boolean open,
            @Nullable LocalDate supplementUntil) {}

    /** The statement that counts for a town from now on. */
    public record Reply(
            UUID statementId,
            Position position,
            String channel,
            Instant receivedAt,
            boolean late,
            boolean supplement) {}

    /** Towns that have answered in time, and towns asked. */
    public record Count(int received, int asked) {}
}
