package de.foerderkreis.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realm as several JSON files that are laid over each other: objects are merged, lists are
 * joined, and list entries that name the same client, user, role or organisation are merged as
 * well.
 */
final class RealmTemplate {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    private static final List<String> NAMES = List.of("clientId", "username", "alias", "name");

    private RealmTemplate() {}

    /** Merges the files in this order and replaces each {@code ${placeholder}} by its value. */
    static ObjectNode render(List<Path> files, UnaryOperator<String> values) throws IOException {
        var realm = JSON.createObjectNode();
        for (Path file : files) {
            merge(realm, (ObjectNode) JSON.readTree(replaced(Files.readString(file), values)));
        }
        return realm;
    }

    private static String replaced(String text, UnaryOperator<String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(values.apply(m.group(1))));
    }

    private static void merge(ObjectNode below, ObjectNode above) {
        for (var entry : above.properties()) {
            var present = below.get(entry.getKey());
            if (present instanceof ObjectNode object
                    && entry.getValue() instanceof ObjectNode other) {
                merge(object, other);
            } else if (present instanceof ArrayNode list
                    && entry.getValue() instanceof ArrayNode others) {
                others.forEach(other -> add(list, other));
            } else {
                below.set(entry.getKey(), entry.getValue());
            }
        }
    }

    private static void add(ArrayNode list, JsonNode entry) {
        var name = NAMES.stream().filter(entry::has).findFirst();
        if (name.isPresent()) {
            for (JsonNode present : list) {
                if (entry.get(name.get()).equals(present.get(name.get()))) {
                    merge((ObjectNode) present, (ObjectNode) entry);
                    return;
                }
            }
        }
        list.add(entry);
    }
}
