package de.foerderkreis.platform.documents;

import java.util.Optional;

/** Files of the current district by the hash of their content; the same content is kept once. */
public interface Documents {

    /**
     * Stores a file.
     *
     * @throws de.foerderkreis.platform.problem.Problem {@code document-too-large} or {@code
     *     document-type-refused}
     */
    StoredDocument store(byte[] bytes, String filename);

    /** What is known of a file, if this district has it. */
    Optional<StoredDocument> find(String sha256);

    /** The content; a file this district does not have is {@code Problem.notFound}. */
    byte[] load(String sha256);
}
