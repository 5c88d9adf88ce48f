package de.foerderkreis.platform.auditpage;

import de.foerderkreis.platform.outbox.EventJson;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an entry says was before and is after, member by member. */
final class AuditChanges {

    private static final String HASHED = "sha256:";

    private AuditChanges() {}

    /**
     * The members that differ, in their order.
     *
     * @param personalValues by the hash that stands for them; those that are missing were erased
     */
    static List<Change> between(
            @Nullable String before, @Nullable String after, Map<String, String> personalValues) {
        var old = members(before);
        var now = members(after);
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(old.get(name), now.get(name)))
                .map(name ->
                        new Change(
                                name,
                                readable(old.get(name), personalValues),
                                readable(now.get(name), personalValues)))
                .toList();
    }

    private static Value readable(@Nullable String text, Map<String, String> personalValues) {
        if (text == null) {
            return new Value(null, false);
        }
        if (!text.startsWith(HASHED)) {
            return new Value(text, false);
        }
        var value = personalValues.get(text);
        return value == null ? new Value(text, true) : new Value(value, false);
    }

    private static Map<String, String> members(@Nullable String json) {
        Map<String, String> members = new LinkedHashMap<>();
        if (json != null) {
            collect("", EventJson.tree(json), members);
        }
        return members;
    }

    private static void collect(String path, JsonNode node, Map<String, String> members) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            collect(
                                    path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                                    member.getValue(),
                                    members));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect("%s[%d]".formatted(path, i + 1), node.get(i), members);
            }
        } else if (!node.isNull()) {
            members.put(path, node.asString());
        }
    }

    /**
     * One member that differs.
     *
     * @param field its path
     */
    record Change(String field, Value before, Value after) {}

    /**
     * What stood or stands there.
     *
     * @param text absent if nothing; of an erased value its hash
     */
    record Value(@Nullable String text, boolean erased) {}
}
