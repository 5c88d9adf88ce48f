package de.foerderkreis.application.conception;

import de.foerderkreis.application.document.TextBlock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A released version of the conception, the content that was hashed.
 *
 * @param values what the placeholders stood for, by key
 * @param missing placeholders whose value was not known at the release
 */
public record FrozenConception(
        String format,
        UUID conceptionId,
        int version,
        String title,
        String caseTitle,
        String fileReference,
        String district,
        LocalDate releasedOn,
        List<Section> sections,
        Map<String, String> values,
        List<String> missing) {

    static final String FORMAT = "foerderkreis-conception/1";

    /**
     * A section as it reads.
     *
     * @param source the text with its placeholders
     * @param text the text with their values
     */
    public record Section(String code, String title, String source, String text) {

        /** Paragraphs and lists of the text. */
        public List<TextBlock> blocks() {
            return TextBlock.of(text);
        }
    }
}
