package de.foerderkreis.application.dossier;

import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A dossier on demand: first the originals, outside any transaction, then the freezing. Looking at
 * dossiers takes up work that a dead process left.
 */
@Component
class DossierDesk {

    private final DossierOriginals originals;
    private final DossierRegister register;
    private final DossierWorker worker;

    DossierDesk(DossierOriginals originals, DossierRegister register, DossierWorker worker) {
        this.originals = originals;
        this.register = register;
        this.worker = worker;
    }

    int order(UUID caseId) {
        originals.fetch(caseId);
        return register.freeze(caseId).no();
    }

    List<DossierView> of(UUID caseId) {
        var dossiers = register.of(caseId);
        dossiers.stream()
                .filter(DossierView::making)
                .forEach(it -> worker.start(Tenancy.district(), it.id()));
        return dossiers;
    }
}
