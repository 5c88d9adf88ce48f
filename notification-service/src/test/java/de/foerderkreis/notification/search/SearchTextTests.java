package de.foerderkreis.notification.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTests {

    private static final List<List<String>> SYNONYMS =
            List.of(List.of("KI", "KIZ", "Kommunales Integrationszentrum"));

    @ParameterizedTest
    @CsvSource({
        "Königswinter, königswinter",
        "Königswinter, koenigswinter",
        "Königswinter, konigswinter",
        "Königswinter, KÖNIG",
        "Straße, strasse",
        "Troisdorf, dorf",
        "50.2-KI-2012, 50.2-ki-2012",
        "50.2-KI-2012, KIZ",
        "KI Rhein-Sieg-Kreis, kommunales integrationszentrum",
        "KI Rhein-Sieg-Kreis, KIZ rhein",
        "Kommunales Integrationszentrum, KI"
    })
    void findsEitherWayOfTypingAndSynonyms(String stored, String typed) {
        assertThat(finds(SearchText.stored(List.of(stored), null), typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Kirche, KI", "Troisdorf, Troisdorf Lohmar", "a.c, abc", "Much, .*", "Much, M|L"})
    void shortWordsAreWholeWordsAndSignsMeanNothing(String stored, String typed) {
        if (SearchQuery.saysSomething(typed)) {
            assertThat(finds(SearchText.stored(List.of(stored), null), typed)).isFalse();
        } else {
            assertThat(typed).doesNotContainPattern("[a-z]");
        }
    }

    @ParameterizedTest
    @CsvSource({"20.03.2014", "2014-03-20", "März 2014", "maerz 2014", "march 2014"})
    void aDayIsFoundAsPeopleWriteIt(String typed) {
        var stored = SearchText.stored(List.of("Kreistag"), LocalDate.of(2014, 3, 20));
        assertThat(finds(stored, typed)).isTrue();
    }

    @Test
    void whatIsTypedNeverBecomesAPattern() {
        var query = SearchQuery.of("a(b[c{d^e$f\\g lohmar", SYNONYMS);
        assertThat(query.first() + query.rest()).matches("[a-z0-9 ()|\\[\\],]*");
        assertThat(Pattern.compile(query.first())).isNotNull();
    }

    private static boolean finds(String stored, String typed) {
        var query = SearchQuery.of(typed, SYNONYMS);
        return Pattern.compile(query.first()).matcher(stored).find()
                && query.rest().stream().allMatch(it -> Pattern.compile(it).matcher(stored).find());
    }
}
