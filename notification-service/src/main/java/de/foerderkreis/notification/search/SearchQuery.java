package de.foerderkreis.notification.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody looks for, as regular expressions that hold nothing but letters, digits and blanks
 * of what was typed.
 *
 * @param first the longest, by which the index is asked
 * @param rest all others have to fit as well
 * @param start how a very good hit begins
 * @param words everything typed, for what sounds alike
 */
record SearchQuery(String first, List<String> rest, String start, String words) {

    /** More words than this make no search better. */
    private static final int MOST_WORDS = 6;

    /** Shorter words are looked for as whole words: an index of three letters knows no shorter. */
    private static final int SHORTEST_PART = 3;

    static boolean saysSomething(String typed) {
        return !SearchText.words(typed).isEmpty();
    }

    /**
     * @throws IllegalArgumentException if there is no word in it
     */
    static SearchQuery of(String typed, Collection<List<String>> synonyms) {
        var patterns = new ArrayList<String>();
        var remaining = " " + spelled(typed) + " ";
        for (var group : synonyms) {
            var terms = group.stream().flatMap(it -> SearchText.spellings(it).stream()).toList();
            for (var term : byLength(terms)) {
                if (remaining.contains(" " + term + " ")) {
                    remaining = remaining.replace(" " + term + " ", " ");
                    patterns.add(anyOf(new LinkedHashSet<>(terms)));
                    break;
                }
            }
        }
        for (var word : SearchText.words(typed)) {
            var spellings = SearchText.spellings(word);
            if (patterns.size() < MOST_WORDS
                    && remaining.contains(" " + spellings.getFirst() + " ")) {
                patterns.add(anyOf(new LinkedHashSet<>(spellings)));
            }
        }
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("Nothing to look for");
        }
        var longest = byLength(patterns).getFirst();
        patterns.remove(longest);
        return new SearchQuery(
                longest, List.copyOf(patterns), " " + spelled(typed), spelled(typed));
    }

    private static String spelled(String typed) {
        return SearchText.words(typed).stream()
                .map(it -> SearchText.spellings(it).getFirst())
                .collect(Collectors.joining(" "));
    }

    private static String anyOf(Set<String> terms) {
        return terms.stream()
                .map(it -> it.length() < SHORTEST_PART ? " " + it + " " : it)
                .collect(Collectors.joining("|", "(", ")"));
    }

    private static List<String> byLength(Collection<String> texts) {
        return texts.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
