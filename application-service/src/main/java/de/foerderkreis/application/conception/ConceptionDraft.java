package de.foerderkreis.application.conception;

import de.foerderkreis.application.document.TextBlock;
import java.util.List;

/**
 * The conception as it is being written.
 *
 * @param editable whether it is a draft; after a release it is frozen until a revision begins
 * @param nextVersion number the draft gets when it is released
 * @param version counts changes of the whole draft; a release sends the one it saw
 * @param missing placeholders whose value is not known yet
 */
record ConceptionDraft(
        boolean editable,
        int nextVersion,
        long version,
        List<Section> sections,
        List<String> missing) {

    /**
     * A section.
     *
     * @param text as it was typed, with placeholders
     * @param filled as it reads now
     * @param version counts changes of the section, 0 while it is the template's
     */
    record Section(
            String code,
            String title,
            String text,
            String filled,
            List<String> missing,
            long version) {

        public List<TextBlock> blocks() {
            return TextBlock.of(filled);
        }
    }
}
