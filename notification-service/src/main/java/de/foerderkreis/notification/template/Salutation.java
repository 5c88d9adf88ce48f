package de.foerderkreis.notification.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a letter begins: gender-correct and with the office (F7), or neutral where nothing is known.
 */
final class Salutation {

    private static final Set<String> TITLES = Set.of("Dr.", "Prof.", "Dipl.-Ing.", "h.", "c.");
    private static final Set<String> PARTICLES =
            Set.of("von", "vom", "van", "zu", "zur", "zum", "de", "der", "den", "auf", "am");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Salutation() {}

    /**
     * @param salutation {@code FRAU, HERR, NEUTRAL}
     * @param function of the addressee, {@code MAYOR} and {@code LANDRAT} are addressed by their
     *     office
     */
    static String of(String salutation, String function, String name, Locale language) {
        return language.getLanguage().equals("en")
                ? english(salutation, function, name)
                : german(salutation, function, name);
    }

    private static String german(String salutation, String function, String name) {
        return switch (salutation) {
            case "FRAU" -> "Sehr geehrte Frau " + office(function, true) + formalName(name);
            case "HERR" -> "Sehr geehrter Herr " + office(function, false) + formalName(name);
            default -> "Guten Tag " + name.strip();
        };
    }

    private static String english(String salutation, String function, String name) {
        if (function.equals("MAYOR") && !salutation.equals("NEUTRAL")) {
            return "Dear Mayor " + formalName(name);
        }
        return switch (salutation) {
            case "FRAU" -> "Dear Ms " + formalName(name);
            case "HERR" -> "Dear Mr " + formalName(name);
            default -> "Dear " + name.strip();
        };
    }

    private static String office(String function, boolean female) {
        return switch (function) {
            case "MAYOR" -> female ? "Bürgermeisterin " : "Bürgermeister ";
            case "LANDRAT" -> female ? "Landrätin " : "Landrat ";
            default -> "";
        };
    }

    /**
     * Academic titles and the surname with its particles: "Dr. Anna von der Aue" becomes "Dr. von
     * der Aue".
     */
    private static String formalName(String name) {
        var words = Arrays.asList(BLANKS.split(name.strip()));
        var titles = words.stream().takeWhile(TITLES::contains).toList();
        var rest = words.subList(titles.size(), words.size());
        var start = Math.max(0, rest.size() - 1);
        while (start > 1 && PARTICLES.contains(rest.get(start - 1))) {
            start--;
        }
        if (rest.size() == 2 && PARTICLES.contains(rest.getFirst())) {
            start = 0;
        }
        var surname = String.join(" ", rest.subList(start, rest.size()));
        return titles.isEmpty() ? surname : String.join(" ", titles) + " " + surname;
    }
}
