package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.stakeholder.reference.Cases;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads rounds for the other features: the district all, a town those it was asked in. */
@Service
@Transactional(readOnly = true)
public class RoundReader {

    private final RoundRecords rounds;
    private final AddresseeRecords addressees;
    private final Cases cases;

    RoundReader(RoundRecords rounds, AddresseeRecords addressees, Cases cases) {
        this.rounds = rounds;
        this.addressees = addressees;
        this.cases = cases;
    }

    /** The round as its caller may see it; what it may not see is not there. */
    public RoundFacts require(Caller caller, UUID id) {
        var facts = require(id);
        if (caller.kind() == OrganisationKind.MUNICIPALITY
                && facts.towns().stream().noneMatch(it -> it.ags().equals(caller.ags()))) {
            throw Problem.notFound("round");
        }
        return facts;
    }

    /** The round, for work of the district. */
    public RoundFacts require(UUID id) {
        var round = rounds.require(id);
        return new RoundFacts(
                id,
                round.caseId(),
                cases.find(round.caseId()).map(Cases.NamedCase::title).orElse(null),
                round.title(),
                round.sentOn(),
                round.dueOn(),
                round.conceptionVersion(),
                round.status() == RoundStatus.PREPARED || round.status() == RoundStatus.CANCELLED,
                round.status() == RoundStatus.OPEN,
                round.status() == RoundStatus.PUBLISHED,
                addressees.of(id).stream()
                        .map(it ->
                                new RoundFacts.Town(
                                        it.ags(), it.name(), it.inhabitants(), it.contactId()))
                        .toList());
    }
}
