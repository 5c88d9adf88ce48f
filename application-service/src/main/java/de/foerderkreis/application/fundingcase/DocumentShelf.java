package de.foerderkreis.application.fundingcase;

import de.foerderkreis.platform.documents.StoredDocument;
import java.util.List;
import java.util.UUID;

/** The documents of a case, for the modules that attach them to something. */
public interface DocumentShelf {

    /**
     * Stores a file for a case; size and type are checked by its content.
     *
     * @throws de.foerderkreis.platform.problem.Problem if the file is too large or of a type that
     *     is not taken
     */
    StoredDocument add(UUID caseId, byte[] bytes, String filename);

    /** Documents of a case, the latest first. */
    List<StoredDocument> of(UUID caseId);

    /** A document of a case with its content. */
    Content read(UUID caseId, String sha256);

    /** A document and its bytes. */
    record Content(StoredDocument document, byte[] bytes) {}
}
