package de.foerderkreis.application.facts;

import java.util.List;
import java.util.UUID;

/** Fills the placeholders of texts from what is known of a case. */
public interface Facts {

    /**
     * Refuses a text with a placeholder that does not exist.
     *
     * @param field name of the input
     * @throws de.foerderkreis.platform.problem.Problem {@code unknown-placeholder} naming it
     */
    void check(String field, String text);

    /** Fills several texts of one case with what is known now. */
    List<FilledText> fill(UUID caseId, List<String> texts);

    /** All placeholders with their present values, for whoever writes a text. */
    List<Known> known(UUID caseId);

    /** A placeholder and what would stand in its place now; absent while it is not known. */
    record Known(String key, String value, boolean missing) {

        /** As it stands in a text. */
        public String place() {
            return "{{" + key + "}}";
        }
    }
}
