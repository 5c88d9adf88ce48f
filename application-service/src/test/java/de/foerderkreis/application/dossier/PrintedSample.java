package de.foerderkreis.application.dossier;

import de.foerderkreis.application.annex.Annex;
import de.foerderkreis.application.document.FrozenJson;
import de.foerderkreis.application.document.PrintedTemplates;
import de.foerderkreis.application.dossier.DossierContent.AnnexPart;
import de.foerderkreis.application.dossier.DossierContent.Original;
import de.foerderkreis.application.dossier.DossierContent.StatementPart;
import de.foerderkreis.application.dossier.DossierContent.StatementsPart;
import de.foerderkreis.platform.audit.ChainHead;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A dossier printed without a service around it; as a program it tells the hashes of its files. */
public final class PrintedSample {

    private static final byte[] LETTER = "Brief".getBytes(StandardCharsets.UTF_8);

    private PrintedSample() {}

    /** Prints the hashes of PDF and ZIP. */
    public static void main(String[] args) {
        System.out.println(hashes());
    }

    static String hashes() {
        var content = content(false);
        var frozen = FrozenJson.of(content);
        var pdf = files().pdf(content, frozen.sha256(), originals());
        var zip = files().zip(content, frozen, pdf, originals());
        return FrozenJson.sha256(pdf) + " " + FrozenJson.sha256(zip);
    }

    static DossierFiles files() {
        return new DossierFiles(PrintedTemplates.printer());
    }

    static Map<String, byte[]> originals() {
        return Map.of("anhang-6-a.txt", LETTER);
    }

    static DossierContent content(boolean demo) {
        return new DossierContent(
                DossierContent.FORMAT,
                1,
                Instant.parse("2014-03-07T11:00:00Z"),
                demo,
                "Rhein-Sieg-Kreis",
                "KI Rhein-Sieg-Kreis",
                "50.2-KI",
                "Kommunale Integrationszentren",
                new ChainHead(
                        "application/05382",
                        4711,
                        "c0ffee".repeat(10) + "cafe",
                        Instant.parse("2026-11-25T09:00:59.123456Z")),
                null,
                List.of(
                        new AnnexPart(
                                6,
                                "STATEMENTS",
                                "Rückäußerungen der Kommunen",
                                Annex.State.PRESENT,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new StatementsPart(
                                        1,
                                        LocalDate.of(2014, 3, 7),
                                        List.of(
                                                statement("05382060", "Siegburg", "REJECT"),
                                                statement("05382068", "Troisdorf", "APPROVE"))))));
    }

    private static StatementPart statement(String ags, String town, String position) {
        return new StatementPart(
                ags,
                town,
                position,
                "ON_TIME",
                Instant.parse("2014-03-03T22:59:59Z"),
                "PORTAL",
                List.of("EXTRA_COST"),
                "Wir schreiben auch Ğülay und ☂.",
                town.equals("Siegburg")
                        ? List.of(
                                new Original(
                                        "anhang-6-a.txt",
                                        "a.txt",
                                        "text/plain",
                                        LETTER.length,
                                        FrozenJson.sha256(LETTER)))
                        : List.of(),
                "Danke.",
                null,
                null,
                null);
    }
}
