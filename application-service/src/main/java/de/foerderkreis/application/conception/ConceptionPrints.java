package de.foerderkreis.application.conception;

import de.foerderkreis.application.document.DocxWriter;
import de.foerderkreis.application.document.GermanFormat;
import de.foerderkreis.application.document.PdfPrinter;
import de.foerderkreis.platform.clock.BusinessClock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A frozen version as PDF and DOCX; the same version gives the same bytes. */
@Component
class ConceptionPrints {

    private final PdfPrinter printer;

    ConceptionPrints(PdfPrinter printer) {
        this.printer = printer;
    }

    byte[] pdf(ReleasedConception it) {
        return printer.print(
                "application/print/conception",
                Map.of("it", it.content(), "sha256", it.sha256(), "status", it.status()),
                "",
                it.content().releasedOn().atStartOfDay(BusinessClock.ZONE).toInstant(),
                List.of());
    }

    byte[] docx(ReleasedConception it) {
        var content = it.content();
        var docx = new DocxWriter(content.title());
        docx.heading(1, content.title());
        docx.paragraph(content.district() + " · " + content.caseTitle());
        docx.paragraph(
                "Aktenzeichen %s · Fassung %d vom %s"
                        .formatted(
                                content.fileReference(),
                                content.version(),
                                GermanFormat.FORM.day(content.releasedOn())));
        for (var section : content.sections()) {
            docx.heading(2, section.title());
            section.blocks().forEach(docx::block);
        }
        docx.paragraph("Prüfsumme der Fassung (SHA-256): " + it.sha256());
        return docx.bytes();
    }
}
