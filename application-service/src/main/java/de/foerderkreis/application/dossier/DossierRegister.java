package de.foerderkreis.application.dossier;

import de.foerderkreis.application.document.FrozenJson;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.audit.AuditQuery;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbers, freezes and finds the dossiers of a case. */
@Service
@Transactional
class DossierRegister implements DossierFreezing {

    private final Dossiers dossiers;
    private final DossierGathering gathering;
    private final Cases cases;
    private final Audit audit;
    private final AuditQuery trail;
    private final BusinessClock clock;
    private final ApplicationEventPublisher modules;

    DossierRegister(
            Dossiers dossiers,
            DossierGathering gathering,
            Cases cases,
            Audit audit,
            AuditQuery trail,
            BusinessClock clock,
            ApplicationEventPublisher modules) {
        this.dossiers = dossiers;
        this.gathering = gathering;
        this.cases = cases;
        this.audit = audit;
        this.trail = trail;
        this.clock = clock;
        this.modules = modules;
    }

    @Override
    public Frozen freeze(UUID caseId) {
        cases.lock(caseId);
        var content = gathering.gather(caseId);
        var state = FrozenJson.of(content.numbered(0, Instant.EPOCH, null)).sha256();
        var known = dossiers.of(caseId);
        if (!known.isEmpty() && known.getFirst().state().equals(state)) {
            var same = known.getFirst();
            if (!same.done()) {
                dossiers.retry(same.id());
                modules.publishEvent(new Wanted(Tenancy.district(), same.id()));
            }
            return new Frozen(same.id(), same.no(), same.frozen().sha256());
        }
        var no = known.size() + 1;
        var frozen = FrozenJson.of(content.numbered(no, clock.now(), trail.head().orElse(null)));
        var id = Ids.next();
        dossiers.insert(id, caseId, no, state, frozen, clock.now());
        audit.record(
                "dossier.frozen",
                "dossier",
                caseId + "/" + no,
                null,
                Map.of("sha256", frozen.sha256()),
                null);
        modules.publishEvent(new Wanted(Tenancy.district(), id));
        return new Frozen(id, no, frozen.sha256());
    }

    /** Dossiers of a case the caller may read, the latest first. */
    @Transactional(readOnly = true)
    List<DossierView> of(UUID caseId) {
        cases.require(caseId);
        return dossiers.of(caseId).stream().map(DossierView::of).toList();
    }

    @Transactional(readOnly = true)
    Dossiers.Stored one(UUID caseId, int no) {
        cases.require(caseId);
        return dossiers.of(caseId).stream()
                .filter(it -> it.no() == no)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("dossier"));
    }

    /** A file that was made; one still in the making is told so. */
    @Transactional(readOnly = true)
    byte[] file(UUID caseId, int no, String type) {
        return dossiers.file(one(caseId, no).id(), type)
                .orElseThrow(() -> Problem.conflict("dossier-in-the-making"));
    }

    /** The files of a dossier are to be made, told in the transaction that froze it. */
    record Wanted(String district, UUID dossierId) {}
}
