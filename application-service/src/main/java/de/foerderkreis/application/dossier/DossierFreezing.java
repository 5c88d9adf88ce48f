package de.foerderkreis.application.dossier;

import java.util.UUID;

/** Freezes the dossier of a case. */
public interface DossierFreezing {

    /**
     * Freezes what conception and annexes are now, inside the caller's transaction and under the
     * lock of the case it holds. Where nothing has changed since the last dossier that one is it.
     * The files are made after the commit.
     *
     * @throws de.foerderkreis.platform.problem.Problem {@code original-not-here-yet} if an original
     *     was announced after {@link DossierOriginals#fetch} looked
     */
    Frozen freeze(UUID caseId);

    /**
     * A frozen dossier.
     *
     * @param sha256 hash of its content
     */
    record Frozen(UUID id, int no, String sha256) {}
}
