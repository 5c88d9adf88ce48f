package de.foerderkreis.application.dossier;

import de.foerderkreis.application.dossier.DossierContent.AnnexPart;
import java.time.Instant;

/**
 * One annex as it would stand in a dossier made now; nothing of it is frozen.
 *
 * @param at business time of the look
 * @param demo whether positions of towns are invented and have to say so
 */
record AnnexPreview(
        Instant at,
        boolean demo,
        String district,
        String caseTitle,
        String fileReference,
        AnnexPart annex) {}
