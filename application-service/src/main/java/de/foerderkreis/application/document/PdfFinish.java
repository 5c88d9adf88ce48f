package de.foerderkreis.application.document;

import de.foerderkreis.platform.clock.BusinessClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Gives a rendered PDF the date of its content in place of the machine's, and the files that travel
 * inside it.
 */
class PdfFinish {

    private final PDDocument pdf;
    private final Instant at;
    private final Calendar date;

    PdfFinish(PDDocument pdf, Instant at) {
        this.pdf = pdf;
        this.at = at;
        this.date = GregorianCalendar.from(at.atZone(BusinessClock.ZONE));
    }

    void apply(List<Attachment> attachments) throws IOException {
        var information = pdf.getDocumentInformation();
        information.setCreationDate(date);
        information.setModificationDate(date);
        date();
        attach(attachments);
        // The trailer's id is a hash over this number and the information above.
        pdf.setDocumentId(at.toEpochMilli());
    }

    /** XMP and information dictionary have to tell the same date (ISO 19005-3, 6.6.2.3). */
    private void date() throws IOException {
        var catalog = pdf.getDocumentCatalog();
        var text = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
        var iso =
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.atZone(BusinessClock.ZONE).toOffsetDateTime().withNano(0));
        var dated =
                text.replaceAll(
                        "<xmp:CreateDate>[^<]*</xmp:CreateDate>",
                        "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>"
                                .formatted(iso, iso));
        var metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
    }

    private void attach(List<Attachment> attachments) throws IOException {
        if (attachments.isEmpty()) {
            return;
        }
        var files = new LinkedHashMap<String, PDComplexFileSpecification>();
        var associated = new COSArray();
        for (var attachment : attachments) {
            var content = new PDEmbeddedFile(pdf, new ByteArrayInputStream(attachment.bytes()));
            content.setSubtype(attachment.mediaType());
            content.setSize(attachment.bytes().length);
            content.setCreationDate(date);
            content.setModDate(date);
            var file = new PDComplexFileSpecification();
            file.setFile(attachment.name());
            file.setFileUnicode(attachment.name());
            file.setFileDescription(attachment.description());
            file.setEmbeddedFile(content);
            file.setEmbeddedFileUnicode(content);
            file.getCOSObject()
                    .setItem(
                            COSName.getPDFName("AFRelationship"),
                            COSName.getPDFName(attachment.relation().pdfName()));
            files.put(attachment.name(), file);
            associated.add(file.getCOSObject());
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        var catalog = pdf.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }
}
