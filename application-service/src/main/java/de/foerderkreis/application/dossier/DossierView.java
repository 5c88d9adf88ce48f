package de.foerderkreis.application.dossier;

import de.foerderkreis.application.annex.Annex;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as it is shown.
 *
 * @param sha256 hash of the frozen content
 * @param conceptionVersion version of the conception in it, absent where there was none
 * @param missing numbers of the annexes that were missing
 */
record DossierView(
        UUID id,
        int no,
        Status status,
        Instant frozenAt,
        String sha256,
        @Nullable Integer conceptionVersion,
        List<Integer> missing,
        @Nullable String pdfSha256,
        @Nullable String zipSha256) {

    /** How far its files are. */
    enum Status {
        MAKING,
        READY,
        FAILED
    }

    static DossierView of(Dossiers.Stored it) {
        var content = it.frozen().as(DossierContent.class);
        var conception = content.conception();
        return new DossierView(
                it.id(),
                it.no(),
                it.done()
                        ? Status.READY
                        : it.givenUp() && !it.claimed() ? Status.FAILED : Status.MAKING,
                content.frozenAt(),
                it.frozen().sha256(),
                conception == null ? null : conception.version(),
                content.annexes().stream()
                        .filter(annex -> annex.state() == Annex.State.MISSING)
                        .map(DossierContent.AnnexPart::no)
                        .toList(),
                it.pdfSha256(),
                it.zipSha256());
    }

    public boolean making() {
        return status == Status.MAKING;
    }
}
