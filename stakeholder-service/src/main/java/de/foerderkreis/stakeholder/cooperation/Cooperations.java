package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.documents.StoredDocument;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.stakeholder.partner.PartnerDirectory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sees which request: the district all of them, a partner its own. */
@Service
@Transactional(readOnly = true)
class Cooperations {

    private final CooperationRecords records;
    private final PartnerDirectory partners;
    private final Documents documents;
    private final BusinessClock clock;

    Cooperations(
            CooperationRecords records,
            PartnerDirectory partners,
            Documents documents,
            BusinessClock clock) {
        this.records = records;
        this.partners = partners;
        this.documents = documents;
        this.clock = clock;
    }

    List<CooperationView> seenBy(Caller caller) {
        var seen =
                caller.kind() == OrganisationKind.PARTNER
                        ? records.ofPartner(caller.organisation())
                        : records.all();
        return seen.stream().map(this::view).toList();
    }

    CooperationView require(Caller caller, UUID id) {
        var it = records.require(id);
        if (caller.kind() == OrganisationKind.PARTNER
                && !it.partner().equals(caller.organisation())) {
            throw Problem.notFound("cooperation");
        }
        return view(it);
    }

    CooperationView view(Cooperation it) {
        var name =
                partners.find(it.partner())
                        .map(PartnerDirectory.KnownPartner::name)
                        .orElse(it.partner());
        return CooperationView.of(it, name, clock.today());
    }

    Letter letter(UUID id) {
        return Optional.ofNullable(records.require(id).answer())
                .map(Answer::letterSha256)
                .flatMap(documents::find)
                .map(it -> new Letter(it, documents.load(it.sha256())))
                .orElseThrow(() -> Problem.notFound("letter"));
    }

    /** The paper with its content. */
    record Letter(StoredDocument document, byte[] bytes) {}
}
