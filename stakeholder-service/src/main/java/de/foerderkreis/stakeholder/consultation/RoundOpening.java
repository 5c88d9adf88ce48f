package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.municipality.Municipalities;
import de.foerderkreis.stakeholder.municipality.Municipality;
import de.foerderkreis.stakeholder.officeholder.OfficeHolders;
import de.foerderkreis.stakeholder.reference.Conceptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a prepared round to the municipalities. From here on it cannot be taken back. */
@Service
class RoundOpening {

    private final RoundRecords rounds;
    private final AddresseeRecords addressees;
    private final RoundDeadlines deadlines;
    private final Municipalities municipalities;
    private final OfficeHolders holders;
    private final Conceptions conceptions;
    private final ApplicationEventPublisher events;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    RoundOpening(
            RoundRecords rounds,
            AddresseeRecords addressees,
            RoundDeadlines deadlines,
            Municipalities municipalities,
            OfficeHolders holders,
            Conceptions conceptions,
            ApplicationEventPublisher events,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.rounds = rounds;
        this.addressees = addressees;
        this.deadlines = deadlines;
        this.municipalities = municipalities;
        this.holders = holders;
        this.conceptions = conceptions;
        this.events = events;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the round.
     *
     * @param sentOn day of the letter, today if absent, never in the future
     * @param chosen municipalities to ask; all of the district if absent
     * @param withoutConception whether a draft may go out although no version of its conception was
     *     released; {@code false} refuses, absent asks nothing (machines written before
     *     conceptions)
     */
    @Transactional
    ConsultationRound open(
            UUID id,
            long seen,
            @Nullable LocalDate sentOn,
            @Nullable List<String> chosen,
            @Nullable Boolean withoutConception) {
        var root = roots.lock("consultation_round", id);
        var before = rounds.require(id);
        before.requireSeen(seen);
        var sent = sentOn == null ? clock.today() : sentOn;
        if (sent.isAfter(clock.today())) {
            throw Problem.invalid("sentOn", "sent-in-future", sent);
        }
        var round = before.open(sent, clock.now(), conception(before, withoutConception));
        var mayors = holders.mayorsOn(sent);
        var asked = asked(chosen).stream().map(town -> addressee(town, mayors)).toList();
        asked.forEach(addressee -> addressees.insert(id, addressee));
        rounds.update(round);
        deadlines.schedule(round);
        events.publishEvent(new RoundOpened(id, sent));
        audit.record("round.opened", "round", id.toString(), before, round, null);
        outbox.append(
                root,
                ConsultationOpened.TOPIC,
                new ConsultationOpened(
                        id,
                        round.caseId(),
                        round.title(),
                        round.kind().name(),
                        sent,
                        round.dueOn(),
                        asked.stream()
                                .map(it ->
                                        new ConsultationOpened.Addressee(it.ags(), it.contactId()))
                                .toList(),
                        round.conceptionVersion(),
                        root.version()));
        return round;
    }

    /** Towns judge a released version (F67), so that all of them judge the same. */
    private @Nullable Integer conception(
            ConsultationRound round, @Nullable Boolean withoutConception) {
        if (round.kind() != RoundKind.DRAFT_OPINION) {
            return null;
        }
        var released = conceptions.latestReleased(round.caseId());
        if (released.isEmpty() && Boolean.FALSE.equals(withoutConception)) {
            throw Problem.invalid("withoutConception", "no-released-conception");
        }
        return released.orElse(null);
    }

    private List<Municipality> asked(@Nullable List<String> chosen) {
        var all = municipalities.all();
        if (all.isEmpty()) {
            throw Problem.unprocessable("no-municipalities");
        }
        if (chosen == null || chosen.isEmpty()) {
            return all;
        }
        var known = all.stream().map(Municipality::ags).toList();
        chosen.stream()
                .filter(ags -> !known.contains(ags))
                .findFirst()
                .ifPresent(ags -> {
                    throw Problem.invalid("addressees", "unknown-municipality", ags);
                });
        return all.stream().filter(town -> chosen.contains(town.ags())).toList();
    }

    private static Addressee addressee(Municipality town, Map<String, UUID> mayors) {
        return Addressee.asked(town.ags(), town.name(), town.inhabitants(), mayors.get(town.ags()));
    }
}
