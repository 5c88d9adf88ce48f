package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.council.Body;
import de.foerderkreis.application.council.Outcome;
import de.foerderkreis.application.council.Paper;
import de.foerderkreis.application.council.Resolves;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words a cell may hold, as German minutes and the pages say them; capitals do not matter.
 *
 * @param values word to value, in the order in which a person reads them
 */
record Words<T>(Map<String, T> values) {

    static final Words<Body> BODIES =
            words("Kreisausschuss", Body.KREISAUSSCHUSS).and("Kreistag", Body.KREISTAG);

    static final Words<Paper.Type> PAPERS =
            words("Bericht", Paper.Type.REPORT)
                    .and("Beschlussvorlage", Paper.Type.RESOLUTION_PAPER)
                    .and("Mitteilung", Paper.Type.INFORMATION)
                    .and("Anlage", Paper.Type.ANNEX);

    static final Words<Outcome> OUTCOMES =
            words("einstimmig beschlossen", Outcome.ADOPTED_UNANIMOUS)
                    .and("mehrheitlich beschlossen", Outcome.ADOPTED_MAJORITY)
                    .and("geändert beschlossen", Outcome.ADOPTED_AMENDED)
                    .and("abgelehnt", Outcome.REJECTED)
                    .and("vertagt", Outcome.DEFERRED)
                    .and("verwiesen", Outcome.REFERRED)
                    .and("zur Kenntnis genommen", Outcome.NOTED)
                    .and("zurückgezogen", Outcome.WITHDRAWN)
                    .and("kein Beschluss", Outcome.NO_DECISION);

    static final Words<Resolves> RESOLVES =
            words("Einrichtung und Antragstellung", Resolves.APPLICATION)
                    .and("Integrationskonzept", Resolves.CONCEPT)
                    .and("Anderes", Resolves.OTHER);

    Optional<T> value(String typed) {
        return values.entrySet().stream()
                .filter(it -> folded(it.getKey()).equals(folded(typed)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** For a sentence that says what is possible. */
    String all() {
        return String.join(", ", values.keySet());
    }

    // Minutes often leave out what goes without saying: "einstimmig".
    private static String folded(String word) {
        return word.toLowerCase(Locale.GERMAN).replaceAll(" beschlossen$", "");
    }

    private static <T> Words<T> words(String word, T value) {
        return new Words<T>(Map.of()).and(word, value);
    }

    private Words<T> and(String word, T value) {
        var more = new LinkedHashMap<>(values);
        more.put(word, value);
        return new Words<>(more);
    }
}
