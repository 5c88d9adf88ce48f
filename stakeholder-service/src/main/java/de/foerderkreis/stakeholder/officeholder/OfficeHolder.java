package de.foerderkreis.stakeholder.officeholder;

import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person in one office for a time.
 *
 * @param id the contact id: the only thing other services ever see beside the contacts topic
 */
record OfficeHolder(UUID id, Tenure tenure, long version, FieldVersions fields) {

    OfficeHolder corrected(Tenure next) {
        var version = this.version + 1;
        return new OfficeHolder(id, next, version, fields.edited(version, differences(next)));
    }

    private List<String> differences(Tenure next) {
        var changed = new ArrayList<String>();
        note(changed, "salutation", tenure.salutation(), next.salutation());
        note(changed, "name", tenure.name(), next.name());
        note(changed, "email", tenure.email(), next.email());
        note(changed, "language", tenure.language(), next.language());
        note(changed, "hasAccount", tenure.hasAccount(), next.hasAccount());
        note(changed, "validFrom", tenure.validFrom(), next.validFrom());
        note(changed, "validTo", tenure.validTo(), next.validTo());
        return changed;
    }

    private static void note(
            List<String> changed, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }
}
