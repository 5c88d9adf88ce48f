package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.reference.FundingCase;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the caller may see of levy effects (domain § 6.3): the district everything, a town what was
 * frozen in a round that asked it. Everything else does not exist for the caller.
 */
@Service
class LevyReading {

    private final StoredLevyEffects effects;
    private final Disclosures disclosures;
    private final ReferenceData reference;
    private final BusinessClock clock;

    LevyReading(
            StoredLevyEffects effects,
            Disclosures disclosures,
            ReferenceData reference,
            BusinessClock clock) {
        this.effects = effects;
        this.disclosures = disclosures;
        this.reference = reference;
        this.clock = clock;
    }

    /** An effect by its id. */
    @Transactional(readOnly = true)
    public Visible require(UUID effectId) {
        Caller caller = Callers.require();
        LevyEffect effect = effects.find(effectId).orElseThrow(LevyReading::unknown);
        if (caller.kind() == OrganisationKind.MUNICIPALITY) {
            return frozenFor(caller, effect.caseId()).stream()
                    .filter(it -> effectId.equals(it.effectId()))
                    .findFirst()
                    .map(it -> visible(effect, it))
                    .orElseThrow(LevyReading::unknown);
        }
        return visible(effect, latestRound(effect.caseId()));
    }

    /** The latest effect of a case; for a town the one its latest round froze. */
    @Transactional(readOnly = true)
    public Visible latest(UUID caseId) {
        return find(caseId).orElseThrow(LevyReading::unknown);
    }

    /** The same, empty while there is none or none the caller may see. */
    @Transactional(readOnly = true)
    public Optional<Visible> find(UUID caseId) {
        Caller caller = Callers.require();
        if (caller.kind() == OrganisationKind.MUNICIPALITY) {
            return frozenFor(caller, caseId).stream()
                    .filter(it -> it.effectId() != null)
                    .findFirst()
                    .flatMap(round ->
                            Optional.ofNullable(round.effectId())
                                    .flatMap(effects::find)
                                    .map(it -> visible(it, round)));
        }
        reference.requireCase(caseId);
        return effects.latest(caseId).map(it -> visible(it, latestRound(caseId)));
    }

    /** All effects of a case the caller may see, the newest first. */
    @Transactional(readOnly = true)
    public List<LevyEffect> ofCase(UUID caseId) {
        Caller caller = Callers.require();
        if (caller.kind() == OrganisationKind.MUNICIPALITY) {
            var rounds = frozenFor(caller, caseId);
            if (rounds.isEmpty()) {
                throw unknown();
            }
            return rounds.stream()
                    .map(RoundDisclosure::effectId)
                    .filter(it -> it != null)
                    .distinct()
                    .flatMap(it -> effects.find(it).stream())
                    .toList();
        }
        reference.requireCase(caseId);
        return effects.ofCase(caseId);
    }

    /** Cases the caller may see here. */
    @Transactional(readOnly = true)
    public List<FundingCase> cases() {
        Caller caller = Callers.require();
        if (caller.kind() == OrganisationKind.MUNICIPALITY) {
            return reference.cases(
                    disclosures.addressing(caller.ags()).stream()
                            .map(RoundDisclosure::caseId)
                            .distinct()
                            .toList());
        }
        return reference.cases();
    }

    private List<RoundDisclosure> frozenFor(Caller town, UUID caseId) {
        return disclosures.addressing(town.ags()).stream()
                .filter(it -> it.caseId().equals(caseId))
                .toList();
    }

    private @Nullable RoundDisclosure latestRound(UUID caseId) {
        return disclosures.ofCase(caseId).stream().findFirst().orElse(null);
    }

    private Visible visible(LevyEffect effect, @Nullable RoundDisclosure round) {
        return new Visible(
                effect,
                effect.readInputs(),
                reference.requireCase(effect.caseId()),
                round,
                round != null && !round.dueOn().isBefore(clock.today()));
    }

    private static Problem unknown() {
        return Problem.notFound("levy-effect");
    }

    /**
     * An effect the caller may see, with the round that shows or last showed it.
     *
     * @param awaited whether the round's last day for a reply is today or ahead
     */
    record Visible(
            LevyEffect effect,
            LevyInputs inputs,
            FundingCase fundingCase,
            @Nullable RoundDisclosure round,
            boolean awaited) {}
}
