package de.foerderkreis.application.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A text with headings and lists as DOCX (ECMA-376), just the parts a word processor needs; the
 * same text gives the same bytes. Why not a library: docs/adr/0015-write-docx-by-hand.md.
 */
public final class DocxWriter {

    // The first day a ZIP can name; an entry's time is nobody's business here.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private int lists;

    public DocxWriter(String title) {
        this.title = title;
    }

    /**
     * A heading.
     *
     * @param level 1 to 3
     */
    public void heading(int level, String text) {
        paragraph("<w:pStyle w:val=\"Heading%d\"/>".formatted(level), text);
    }

    public void paragraph(String text) {
        paragraph("", text);
    }

    /** A paragraph or a list; each numbered list begins with 1. */
    public void block(TextBlock block) {
        if (block.paragraph()) {
            paragraph(block.lines().getFirst());
            return;
        }
        var list = block.numbered() ? ++lists + 1 : 1;
        for (var line : block.lines()) {
            paragraph(
                    "<w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%d\"/></w:numPr>"
                            .formatted(list),
                    line);
        }
    }

    /** The file. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "[Content_Types].xml", PrintedPage.read("print/docx/content-types.xml"));
            put(zip, "_rels/.rels", PrintedPage.read("print/docx/rels.xml"));
            put(
                    zip,
                    "docProps/core.xml",
                    PrintedPage.read("print/docx/core.xml").replace("{title}", escaped(title)));
            put(
                    zip,
                    "word/_rels/document.xml.rels",
                    PrintedPage.read("print/docx/document-rels.xml"));
            put(zip, "word/styles.xml", PrintedPage.read("print/docx/styles.xml"));
            put(zip, "word/numbering.xml", numbering());
            put(
                    zip,
                    "word/document.xml",
                    PrintedPage.read("print/docx/document.xml").replace("{body}", body));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private void paragraph(String properties, String text) {
        body.append("<w:p>");
        if (!properties.isEmpty()) {
            body.append("<w:pPr>").append(properties).append("</w:pPr>");
        }
        body.append("<w:r><w:t xml:space=\"preserve\">")
                .append(escaped(text))
                .append("</w:t></w:r></w:p>");
    }

    private String numbering() {
        var numbers = new StringBuilder();
        for (int list = 2; list <= lists + 1; list++) {
            numbers.append(
                    "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
                            .formatted(list));
        }
        return PrintedPage.read("print/docx/numbering.xml").replace("{numbers}", numbers);
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** XML cannot carry control characters at all. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
