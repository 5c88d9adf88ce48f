package de.foerderkreis.application.document;

/**
 * A file that travels inside a PDF unchanged (PDF/A-3).
 *
 * @param name unique among the attachments of one document
 * @param relation what it is to the document (ISO 19005-3, {@code AFRelationship})
 */
public record Attachment(
        String name, String mediaType, String description, Relation relation, byte[] bytes) {

    /** {@code SOURCE}: the original behind a cover sheet; {@code DATA}: what a table shows. */
    public enum Relation {
        SOURCE("Source"),
        DATA("Data");

        private final String pdfName;

        Relation(String pdfName) {
            this.pdfName = pdfName;
        }

        String pdfName() {
            return pdfName;
        }
    }
}
