package de.foerderkreis.stakeholder.editing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * For each field of a row the version that changed it last, so that a stale edit can be told which
 * fields moved since its author looked.
 */
public record FieldVersions(Map<String, Long> changed) {

    /** Of a row nobody has edited yet. */
    public static final FieldVersions NONE = new FieldVersions(Map.of());

    public FieldVersions {
        changed = Map.copyOf(changed);
    }

    /** After an edit that produced this version and changed these fields. */
    public FieldVersions edited(long version, Collection<String> fields) {
        var next = new TreeMap<>(changed);
        fields.forEach(field -> next.put(field, version));
        return new FieldVersions(next);
    }

    /** Fields changed by a later version than the one seen, in alphabetical order. */
    public List<String> since(long seen) {
        return changed.entrySet().stream()
                .filter(entry -> entry.getValue() > seen)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
