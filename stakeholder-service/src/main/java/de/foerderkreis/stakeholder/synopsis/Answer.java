package de.foerderkreis.stakeholder.synopsis;

import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the administration answers one town.
 *
 * @param authors subjects of all who wrote on it, in order
 */
record Answer(
        String ags,
        String answer,
        String proposedDecision,
        List<String> authors,
        long version,
        FieldVersions fields) {

    static Answer first(String ags, String answer, String proposedDecision, String author) {
        return new Answer(
                ags,
                answer,
                proposedDecision,
                List.of(author),
                0,
                FieldVersions.NONE.edited(0, List.of("answer", "proposedDecision")));
    }

    Answer rewritten(String answer, String proposedDecision, String author) {
        var changed = new ArrayList<String>();
        if (!this.answer.equals(answer)) {
            changed.add("answer");
        }
        if (!this.proposedDecision.equals(proposedDecision)) {
            changed.add("proposedDecision");
        }
        if (changed.isEmpty()) {
            return this;
        }
        var next = version + 1;
        return new Answer(
                ags,
                answer,
                proposedDecision,
                Stream.concat(authors.stream(), Stream.of(author)).distinct().toList(),
                next,
                fields.edited(next, changed));
    }
}
