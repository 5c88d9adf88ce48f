package de.foerderkreis.application.dossier;

import java.util.UUID;

/** Brings the originals a dossier needs into this service's document store. */
public interface DossierOriginals {

    /**
     * Fetches what is not here yet, as the caller and outside any transaction. Either all are here
     * afterwards or the problem says which is not; those that came stay, which harms nobody.
     *
     * @throws de.foerderkreis.platform.problem.Problem {@code original-unreachable} or {@code
     *     original-differs} naming the file
     */
    void fetch(UUID caseId);
}
