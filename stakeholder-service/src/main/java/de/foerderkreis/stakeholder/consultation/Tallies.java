package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.stakeholder.reference.LevyBase;
import de.foerderkreis.stakeholder.reference.LevyBases;
import de.foerderkreis.stakeholder.tally.Tally;
import de.foerderkreis.stakeholder.tally.Voice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts a round by the levy base that belongs to it. */
@Component
class Tallies {

    private final LevyBases bases;

    Tallies(LevyBases bases) {
        this.bases = bases;
    }

    Tally count(ConsultationRound round, List<Addressee> addressees) {
        var base = baseOf(round);
        return Tally.of(
                addressees.stream()
                        .map(it ->
                                new Voice(
                                        it.ags(),
                                        it.inhabitants(),
                                        base.map(known -> cents(known, it.ags())).orElse(null),
                                        it.counted()))
                        .toList());
    }

    /**
     * A closed round keeps the base it was closed by; one closed without any takes the first to
     * come.
     */
    Optional<LevyBase> baseOf(ConsultationRound round) {
        var frozen = round.levyBaseId();
        return frozen == null ? bases.current() : bases.find(frozen);
    }

    private static @Nullable Long cents(LevyBase base, String ags) {
        var money = base.byAgs().get(ags);
        return money == null ? null : money.cents();
    }
}
