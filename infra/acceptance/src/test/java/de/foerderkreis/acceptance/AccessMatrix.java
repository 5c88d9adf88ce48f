package de.foerderkreis.acceptance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may call what: one line per endpoint and page of every service, in {@code
 * access/<service>.txt}. Columns separated by {@code |}: method, mapping, who may, address to try,
 * body to try ({@code json …}, {@code form …}, {@code file} or nothing).
 */
final class AccessMatrix {

    /** Everybody who tries, by demo user; the machine and the visitor have no user. */
    static final List<String> ACTORS =
            List.of(
                    "visitor", "clerk", "head", "treasurer", "landrat", "council-secretary", "auditor", "admin", "mayor", "official", "partner", "reviewer",
                    "machine");

    private static final Map<String, Set<String>> GROUPS =
            Map.of(
                    "everyone", new TreeSet<>(ACTORS),
                    "signed-in", ACTORS.stream().filter(it -> !it.equals("visitor")).collect(Collectors.toCollection(TreeSet::new)),
                    "district", new TreeSet<>(List.of("clerk", "head", "treasurer", "landrat", "council-secretary", "auditor", "machine")),
                    "town", new TreeSet<>(List.of("mayor", "official")));

    private AccessMatrix() {}

    /** One endpoint: its mapping, those who may, and a way to try. */
    record Line(String service, String method, String mapping, Set<String> allowed, String address, String body) {

        boolean isPage() {
            return !mapping.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + mapping;
        }
    }

    static List<Line> of(String service) {
        return ConsultationAtDemoDayTests.text("/access/" + service + ".txt").lines()
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .map(it -> parse(service, it))
                .toList();
    }

    private static Line parse(String service, String line) {
        var cells = Arrays.stream(line.split("\\|", 5)).map(String::strip).toList();
        if (cells.size() < 3) {
            throw new IllegalArgumentException("access/" + service + ".txt: " + line);
        }
        var allowed = new TreeSet<String>();
        for (String who : cells.get(2).split(" +")) {
            if (!GROUPS.containsKey(who) && !ACTORS.contains(who)) {
                throw new IllegalArgumentException("access/%s.txt names %s, whom nobody knows: %s".formatted(service, who, line));
            }
            allowed.addAll(GROUPS.getOrDefault(who, Set.of(who)));
        }
        var address = cells.size() > 3 && !cells.get(3).isEmpty() ? cells.get(3) : cells.get(1);
        return new Line(service, cells.get(0), cells.get(1), allowed, address, cells.size() > 4 ? cells.get(4) : "");
    }

    /** Fills {@code {name}} by what exists in the running story. */
    static String fill(String template, Map<String, String> values) {
        var filled = template;
        for (var value : new LinkedHashMap<>(values).entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
