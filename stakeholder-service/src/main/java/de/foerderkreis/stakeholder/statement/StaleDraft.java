package de.foerderkreis.stakeholder.statement;

import java.util.List;

/** A colleague was faster; the editor shows both versions. */
final class StaleDraft extends RuntimeException {

    private final transient List<String> changedFields;

    StaleDraft(List<String> changedFields) {
        super(String.join(", ", changedFields), null, false, false);
        this.changedFields = changedFields;
    }

    List<String> changedFields() {
        return changedFields;
    }
}
