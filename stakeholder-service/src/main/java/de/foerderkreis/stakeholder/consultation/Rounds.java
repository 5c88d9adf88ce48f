package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.stakeholder.access.DemoData;
import de.foerderkreis.stakeholder.district.Districts;
import de.foerderkreis.stakeholder.reference.Cases;
import de.foerderkreis.stakeholder.reference.LevyBase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads rounds: the district all of them, a town those it was asked in. */
@Service
@Transactional(readOnly = true)
class Rounds {

    private final RoundRecords rounds;
    private final AddresseeRecords addressees;
    private final RoundDeadlines deadlines;
    private final Tallies tallies;
    private final Cases cases;
    private final Districts districts;
    private final DemoData demo;
    private final MessageSource messages;

    Rounds(
            RoundRecords rounds,
            AddresseeRecords addressees,
            RoundDeadlines deadlines,
            Tallies tallies,
            Cases cases,
            Districts districts,
            DemoData demo,
            MessageSource messages) {
        this.rounds = rounds;
        this.addressees = addressees;
        this.deadlines = deadlines;
        this.tallies = tallies;
        this.cases = cases;
        this.districts = districts;
        this.demo = demo;
        this.messages = messages;
    }

    List<RoundView> list(Caller caller) {
        var visible =
                caller.kind() == OrganisationKind.MUNICIPALITY
                        ? rounds.sentTo(caller.ags())
                        : rounds.all();
        return visible.stream().map(round -> view(caller, round)).toList();
    }

    RoundView require(Caller caller, UUID id) {
        return view(caller, rounds.require(id));
    }

    /** Counts of a round that was sent. */
    TallyView tally(UUID id) {
        var round = rounds.require(id);
        if (!round.status().sent()) {
            throw Problem.conflict("round-not-open", round.status().name());
        }
        var asked = addressees.of(id);
        var tally = tallies.count(round, asked);
        var late =
                asked.stream()
                        .filter(it -> it.state() == DeliveryState.LATE)
                        .map(Rounds::late)
                        .toList();
        return new TallyView(
                asked.size(),
                Math.toIntExact(tally.onTime()),
                late.size(),
                (int) asked.stream().filter(it -> it.state() == DeliveryState.SUPPLEMENT).count(),
                Math.toIntExact(tally.asked() - tally.onTime()),
                asked.stream().mapToLong(Addressee::inhabitants).sum(),
                tally.lines().stream().map(TallyView.Line::of).toList(),
                tallies.baseOf(round)
                        .filter(base ->
                                asked.stream().allMatch(it -> base.byAgs().containsKey(it.ags())))
                        .map(base -> base(base, asked))
                        .orElse(null),
                late,
                demo.invented());
    }

    /** What to know about a day before it is chosen as the end of a round. */
    List<RoundView.HintView> hintsFor(LocalDate dueOn) {
        return districts.calendar().hintsFor(dueOn).stream()
                .map(hint -> {
                    var locale = LocaleContextHolder.getLocale();
                    var day = messages.getMessage("stakeholder.day." + hint.day(), null, locale);
                    return new RoundView.HintView(
                            hint.code(),
                            messages.getMessage(
                                    "stakeholder.hint." + hint.code(), new Object[] {day}, locale));
                })
                .toList();
    }

    private RoundView view(Caller caller, ConsultationRound round) {
        var asked = addressees.of(round.id());
        var town = caller.kind() == OrganisationKind.MUNICIPALITY;
        var own = town ? ownRow(caller, round, asked) : null;
        var onTime = (int) asked.stream().filter(it -> it.counted() != null).count();
        var late = (int) asked.stream().filter(it -> it.state() == DeliveryState.LATE).count();
        var supplements =
                (int) asked.stream().filter(it -> it.state() == DeliveryState.SUPPLEMENT).count();
        return new RoundView(
                round.id(),
                round.caseId(),
                cases.find(round.caseId()).map(Cases.NamedCase::title).orElse(null),
                round.title(),
                round.kind(),
                round.agreementMode(),
                round.silenceMeans(),
                round.status(),
                round.sentOn(),
                round.dueOn(),
                round.endsAt(),
                round.reminderDays(),
                deadlines.plan(round).days(),
                round.remindersSent(),
                round.openedAt(),
                round.closedAt(),
                asked.size(),
                town ? null : onTime,
                town ? null : late,
                town ? null : supplements,
                town ? null : asked.size() - onTime - late - supplements,
                hintsFor(round.dueOn()),
                town ? List.of() : asked.stream().map(RoundView.AddresseeView::of).toList(),
                own,
                round.conceptionVersion(),
                round.version(),
                demo.invented());
    }

    /** A round that was not sent, or not to this town, is not there for it. */
    private static RoundView.@Nullable AddresseeView ownRow(
            Caller caller, ConsultationRound round, List<Addressee> asked) {
        if (!round.status().sent()) {
            throw Problem.notFound("round");
        }
        return asked.stream()
                .filter(it -> it.ags().equals(caller.ags()))
                .findFirst()
                .map(RoundView.AddresseeView::of)
                .orElseThrow(() -> Problem.notFound("round"));
    }

    private static TallyView.LateView late(Addressee addressee) {
        var answer = addressee.answer();
        return new TallyView.LateView(
                addressee.ags(), addressee.name(), answer == null ? "" : answer.position().name());
    }

    private static TallyView.BaseView base(LevyBase base, List<Addressee> asked) {
        var total =
                Money.sum(
                        asked.stream()
                                .map(it -> base.byAgs().getOrDefault(it.ags(), Money.ZERO))
                                .toList());
        return new TallyView.BaseView(base.id(), base.year(), base.status(), total.toString());
    }
}
