package de.foerderkreis.notification.search;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words as the search compares them: lower case, letters and digits only, each word with umlauts
 * written out ({@code koeln}) and with the accent dropped ({@code koln}), so that either way of
 * typing finds it.
 */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private SearchText() {}

    /** What is stored: both spellings of everything, with a blank before and after each word. */
    static String stored(Collection<String> texts, @Nullable LocalDate day) {
        var all =
                Stream.concat(texts.stream(), day == null ? Stream.of() : days(day))
                        .filter(it -> !it.isBlank())
                        .toList();
        return all.stream()
                .flatMap(it -> spellings(it).stream())
                .distinct()
                .collect(Collectors.joining(" ", " ", " "));
    }

    /** The spellings of a text; the first one with umlauts written out. */
    static List<String> spellings(String text) {
        return Stream.of(plain(writtenOut(text)), plain(text)).distinct().toList();
    }

    /** The words somebody typed, in the order typed. */
    static List<String> words(String typed) {
        return Arrays.stream(typed.strip().split("\\s+"))
                .filter(it -> !plain(it).isEmpty())
                .toList();
    }

    /** A day is found as 20.03.2014, as 2014-03-20 and by its month's name. */
    private static Stream<String> days(LocalDate day) {
        return Stream.concat(
                Stream.of(day.toString(), DateTimeFormatter.ofPattern("dd.MM.uuuu").format(day)),
                LANGUAGES.stream()
                        .map(it -> DateTimeFormatter.ofPattern("d. MMMM uuuu", it).format(day)));
    }

    private static String writtenOut(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue");
    }

    private static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT).replace("ß", "ss");
        var bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(bare).replaceAll(" ").strip();
    }
}
