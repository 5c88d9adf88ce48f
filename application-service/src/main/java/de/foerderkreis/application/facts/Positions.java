package de.foerderkreis.application.facts;

import static java.util.stream.Collectors.joining;

import de.foerderkreis.application.reference.References.Round;
import java.util.TreeMap;

/** What the municipalities answered within the time, counted. */
class Positions {

    private Positions() {}

    /**
     * Every position that was taken with its number, the most frequent first; the numbers sum to
     * the answers on time. A late answer is none of them.
     */
    static String counted(Round round) {
        var counts = new TreeMap<String, Integer>();
        round.statements().stream()
                .filter(it -> !it.late())
                .forEach(it -> counts.merge(it.position(), 1, Integer::sum));
        return counts.isEmpty()
                ? "keine"
                : counts.entrySet().stream()
                        .sorted((one, other) -> other.getValue() - one.getValue())
                        .map(it -> it.getValue() + " " + GermanWords.of("position", it.getKey()))
                        .collect(joining(", "));
    }
}
