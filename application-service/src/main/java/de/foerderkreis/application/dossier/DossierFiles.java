package de.foerderkreis.application.dossier;

import de.foerderkreis.application.document.Attachment;
import de.foerderkreis.application.document.Attachment.Relation;
import de.foerderkreis.application.document.FrozenJson;
import de.foerderkreis.application.document.PdfPrinter;
import de.foerderkreis.platform.clock.BusinessClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Makes the files of a dossier from its frozen content and the originals, from nothing else. */
@Component
class DossierFiles {

    private final PdfPrinter printer;

    DossierFiles(PdfPrinter printer) {
        this.printer = printer;
    }

    /**
     * The dossier to read.
     *
     * @param originals bytes by their name inside the dossier
     */
    byte[] pdf(DossierContent content, String sha256, Map<String, byte[]> originals) {
        return printer.print(
                "application/print/dossier",
                Map.of("it", content, "sha256", sha256),
                content.annexes().stream()
                        .map(it -> footer("anhang" + it.no(), "Anhang " + it.no()))
                        .collect(Collectors.joining("", footer("konzeption", "Konzeption"), "")),
                content.frozenAt(),
                content.originals().stream()
                        .map(it ->
                                new Attachment(
                                        it.file(),
                                        it.mediaType(),
                                        it.name(),
                                        Relation.SOURCE,
                                        Objects.requireNonNull(originals.get(it.file()))))
                        .toList());
    }

    /** The dossier to work with: PDF, originals, data as JSON and a list of all hashes. */
    byte[] zip(
            DossierContent content, FrozenJson frozen, byte[] pdf, Map<String, byte[]> originals) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("akte.pdf", pdf);
        entries.put("akte.json", frozen.content().getBytes(StandardCharsets.UTF_8));
        var conception = content.conception();
        if (conception != null) {
            entries.put("daten/konzeption.json", FrozenJson.bytes(conception));
        }
        for (var annex : content.annexes()) {
            entries.put("daten/anhang-%d.json".formatted(annex.no()), FrozenJson.bytes(annex));
        }
        originals.forEach((file, bytes) -> entries.put("originale/" + file, bytes));
        entries.put("manifest.json", manifest(content, frozen, entries));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var entry : entries.entrySet()) {
                var named = new ZipEntry(entry.getKey());
                named.setTimeLocal(content.frozenAt().atZone(BusinessClock.ZONE).toLocalDateTime());
                zip.putNextEntry(named);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] manifest(
            DossierContent content, FrozenJson frozen, Map<String, byte[]> entries) {
        var hashes = new TreeMap<String, String>();
        entries.forEach((name, bytes) -> hashes.put(name, FrozenJson.sha256(bytes)));
        var manifest = new TreeMap<String, Object>();
        manifest.put("format", "foerderkreis-dossier-manifest/1");
        manifest.put("dossier", content.no());
        manifest.put("frozenAt", content.frozenAt());
        manifest.put("snapshotSha256", frozen.sha256());
        var head = content.auditHead();
        if (head != null) {
            manifest.put("auditHead", head);
        }
        manifest.put("sha256", hashes);
        return FrozenJson.bytes(manifest);
    }

    /** Each part counts its own pages: „Anhang 2 – Seite 1“. */
    private static String footer(String part, String name) {
        return """
        @page %1$s { @bottom-right { font-family: 'Fira Sans'; font-size: 9pt; content: "%2$s – Seite " counter(page); } }
        .%1$s { page: %1$s; page-break-before: always; -fs-page-sequence: start; }
        """
                .formatted(part, name);
    }
}
