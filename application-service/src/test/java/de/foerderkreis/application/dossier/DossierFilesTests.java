package de.foerderkreis.application.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.application.Accessible;
import de.foerderkreis.application.document.FrozenJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DossierFilesTests {

    @Test
    void anotherProcessInAnotherLanguageAndZoneMakesTheSameBytes() throws Exception {
        var here = PrintedSample.hashes();
        assertThat(PrintedSample.hashes()).isEqualTo(here);
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Duser.language=ja",
                                "-Duser.country=JP",
                                "-Duser.timezone=Pacific/Auckland",
                                "-Dfile.encoding=US-ASCII",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PrintedSample.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var there = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(there.strip().lines().toList().getLast()).isEqualTo(here);
    }

    @Test
    void positionsOfTheDemonstrationSayThatTheyAreInvented() throws Exception {
        var content = PrintedSample.content(true);
        var pdf =
                PrintedSample.files()
                        .pdf(content, FrozenJson.of(content).sha256(), PrintedSample.originals());
        Accessible.verify(pdf);
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read).split("Demo: erfundene Position"))
                    .as("cover, annex 6 and each town")
                    .hasSize(5);
        }
        var real = PrintedSample.content(false);
        var without =
                PrintedSample.files()
                        .pdf(real, FrozenJson.of(real).sha256(), PrintedSample.originals());
        try (var read = Loader.loadPDF(without)) {
            assertThat(new PDFTextStripper().getText(read)).doesNotContain("erfundene");
        }
    }

    @Test
    void theCoverNotesTheHeadOfTheAuditChainOrThatThereIsNone() throws Exception {
        var content = PrintedSample.content(true);
        assertThat(cover(content))
                .contains("Kopf der Prüfkette application/05382", "Position 4711")
                .contains("25.11.2026, 10:00:59 Uhr", "c0ffee".repeat(10) + "cafe");
        var without = content.numbered(1, content.frozenAt(), null);
        assertThat(cover(without)).contains("In dieser Akte ist kein Kopf der Prüfkette vermerkt.");
        assertThat(FrozenJson.of(without).content())
                .as("content of dossiers frozen before heads were noted keeps its hash")
                .doesNotContain("auditHead");
    }

    @Test
    void contentWithoutMinutesAndFellowTownsKeepsItsHash() {
        assertThat(FrozenJson.of(PrintedSample.content(true)).content())
                .doesNotContain("minutes", "jointWith");
    }

    @Test
    void nothingPrecedesTheCoverAndItHasNoNumber() throws Exception {
        var content = PrintedSample.content(true);
        var pdf =
                PrintedSample.files()
                        .pdf(content, FrozenJson.of(content).sha256(), PrintedSample.originals());
        try (var read = Loader.loadPDF(pdf)) {
            var first = new PDFTextStripper();
            first.setEndPage(1);
            var second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(first.getText(read)).contains("SHA-256").doesNotContain("Seite 1");
            assertThat(second.getText(read)).contains("Seite 2");
        }
    }

    private static String cover(DossierContent content) throws Exception {
        var sha256 = FrozenJson.of(content).sha256();
        var pdf = PrintedSample.files().pdf(content, sha256, PrintedSample.originals());
        Accessible.verify(pdf);
        var text = new PDFTextStripper();
        try (var read = Loader.loadPDF(pdf)) {
            return text.getText(read).replaceAll("\\s+", " ");
        }
    }

    @Test
    void aLetterTheTypefaceLacksIsPrintedAllTheSame() throws Exception {
        var content = PrintedSample.content(true);
        assertThat(content.originals()).hasSize(1);
        var pdf =
                PrintedSample.files()
                        .pdf(content, FrozenJson.of(content).sha256(), PrintedSample.originals());
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read)).contains("Ğülay").contains("☂");
        }
        assertThat(List.of(content.annexes().getFirst().no())).containsExactly(6);
    }
}
