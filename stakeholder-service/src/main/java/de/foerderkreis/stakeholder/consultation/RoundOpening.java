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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.rounds = rounds;
        this.addressees = addressees;
        this.deadlines = deadlines;
        this.municipalities = municipalities;
        this.holders = holders;
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
     */
    @Transactional
    ConsultationRound open(
            UUID id, long seen, @Nullable LocalDate sentOn, @Nullable List<String> chosen) {
        var root = roots.lock("consultation_round", id);
        var before = rounds.require(id);
        before.requireSeen(seen);
        var sent = sentOn == null ? clock.today() : sentOn;
        if (sent.isAfter(clock.today())) {
            throw Problem.invalid("sentOn", "sent-in-future", sent);
        }
        var round = before.open(sent, clock.now());
        var mayors = holders.mayorsOn(sent);
        var asked = asked(chosen).stream().map(town -> addressee(town, mayors)).toList();
        asked.forEach(addressee -> addressees.insert(id, addressee));
        rounds.update(round);
        deadlines.schedule(round);
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
                        null,
                        root.version()));
        return round;
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
        return new Addressee(
                town.ags(),
                town.name(),
                town.inhabitants(),
                mayors.get(town.ags()),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
