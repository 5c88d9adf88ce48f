package de.foerderkreis.application.dossier;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.reference.CaseFigures;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.documents.Documents;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which originals of the towns' statements are still with stakeholder-service alone. */
@Component
class NeededOriginals {

    private final Cases cases;
    private final CaseFigures figures;
    private final Documents documents;

    NeededOriginals(Cases cases, CaseFigures figures, Documents documents) {
        this.cases = cases;
        this.figures = figures;
        this.documents = documents;
    }

    @Transactional(readOnly = true)
    List<SynopsisReleased.Document> of(UUID caseId) {
        cases.require(caseId);
        return figures.synopsis(caseId).stream()
                .flatMap(it -> it.entries().stream())
                .flatMap(it -> it.documents().stream())
                .filter(it -> documents.find(it.sha256()).isEmpty())
                .toList();
    }
}
