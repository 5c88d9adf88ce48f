package de.foerderkreis.application.fundingcase;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.documents.StoredDocument;
import de.foerderkreis.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes and hands out the documents of a case. */
@Service
@Transactional
class DocumentDesk implements DocumentShelf {

    private final CaseRegister cases;
    private final CaseDocuments shelf;
    private final Documents documents;
    private final Audit audit;
    private final BusinessClock clock;

    DocumentDesk(
            CaseRegister cases,
            CaseDocuments shelf,
            Documents documents,
            Audit audit,
            BusinessClock clock) {
        this.cases = cases;
        this.shelf = shelf;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public StoredDocument add(UUID caseId, byte[] bytes, String filename) {
        cases.require(caseId);
        var stored = documents.store(bytes, filename);
        // The same bytes under another name are still called what this upload calls them.
        var named =
                new StoredDocument(stored.sha256(), filename, stored.mediaType(), stored.size());
        shelf.add(caseId, named, clock.now());
        audit.record("document.added", "case", caseId.toString(), null, named, null);
        return shelf.find(caseId, stored.sha256()).orElse(named);
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoredDocument> of(UUID caseId) {
        cases.require(caseId);
        return shelf.of(caseId);
    }

    @Override
    @Transactional(readOnly = true)
    public Content read(UUID caseId, String sha256) {
        cases.require(caseId);
        var document = shelf.find(caseId, sha256).orElseThrow(() -> Problem.notFound("document"));
        return new Content(document, documents.load(sha256));
    }
}
