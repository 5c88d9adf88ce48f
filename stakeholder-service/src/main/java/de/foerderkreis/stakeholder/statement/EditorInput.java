package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.tally.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;

/** The editor's form as a draft: what was typed, and what its author had looked at. */
record EditorInput(FormInput form, Content content) {

    private static final List<String> FIELDS = List.of("position", "reasons", "text");

    static EditorInput of(FormInput form) {
        var text = form.optional("text", Content.LONGEST);
        return new EditorInput(
                form,
                new Content(
                        form.optionalChoice("position", Position.class).orElse(null),
                        form.choices("reasons", Reason.class),
                        form.clean() ? text : ""));
    }

    /** After the dialogue: their version in the fields where the author chose it. */
    Content chosen(Content theirs) {
        return content.taking(
                FIELDS.stream().filter(it -> form.get("take-" + it).equals("theirs")).toList(),
                theirs);
    }

    /** Fields that differ from what the author looked at; all of them if the form does not say. */
    Set<String> changes() {
        var now = content.fingerprints();
        return FIELDS.stream()
                .filter(it -> !form.get("base-" + it).equals(now.get(it)))
                .collect(Collectors.toSet());
    }

    /** The hidden fields as they came. */
    Map<String, String> seen() {
        return Map.of(
                "version", form.get("version"),
                "base-position", form.get("base-position"),
                "base-reasons", form.get("base-reasons"),
                "base-text", form.get("base-text"));
    }

    /** The form's fields for another content, with everything else as typed. */
    static LinkedMultiValueMap<String, String> fields(Content content, FormInput typed) {
        var values = new LinkedMultiValueMap<String, String>();
        var position = content.position();
        if (position != null) {
            values.add("position", position.name());
        }
        content.reasons().forEach(reason -> values.add("reasons", reason.name()));
        values.add("text", content.text());
        values.add("comment", typed.get("comment"));
        return values;
    }
}
