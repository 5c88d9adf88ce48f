package de.foerderkreis.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTests {

    private static final String AWKWARD = "<b>\"Müller\" & 'Söhne' \u0001</b>";

    static Stream<String> charts() {
        var day = LocalDate.of(2014, 3, 4);
        return Stream.of(
                BarChart.titled(AWKWARD)
                        .described(AWKWARD)
                        .bar(AWKWARD, 3, AWKWARD)
                        .ownBar("b", 2, "2")
                        .svg(),
                BarChart.titled("leer").described("Noch keine Werte.").svg(),
                BarChart.titled("null").bar("a", 0, "0").svg(),
                BarChart.titled("negativ").bar("a", -5, "-5").bar("b", 5, "5").svg(),
                BarChart.titled("groß")
                        .bar("a", Long.MAX_VALUE / 2, "viel")
                        .bar("b", 1, "wenig")
                        .svg(),
                StackedBar.titled(AWKWARD)
                        .row(AWKWARD)
                        .part(AWKWARD, 1, AWKWARD, StackedBar.Tone.FOR)
                        .part("b", 0, "0", StackedBar.Tone.OPEN)
                        .svg(),
                StackedBar.titled("leer").described("Noch keine Antwort.").svg(),
                StackedBar.titled("null").part("a", 0, "0", StackedBar.Tone.AGAINST).svg(),
                Timeline.titled(AWKWARD)
                        .today(day)
                        .event(day, AWKWARD, Timeline.Kind.DEADLINE)
                        .event(day, "b", Timeline.Precision.YEAR, Timeline.Kind.PLANNED)
                        .svg(),
                Timeline.titled("leer").described("Noch keine Termine.").svg(),
                Waterfall.titled(AWKWARD)
                        .total(AWKWARD, 10, "10")
                        .minus("m", 12, "12")
                        .plus("p", 1, "1")
                        .result("r", -1, "-1")
                        .svg());
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<figure>" + svg + "</figure>")));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isWellFormedNamedDescribedAndWithoutInlineStyle(String svg) throws Exception {
        var document = parsed(svg);
        var ids = new HashSet<String>();
        var all = document.getElementsByTagName("*");
        for (var i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            assertThat(element.hasAttribute("style")).isFalse();
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as("id once: %s", element.getAttribute("id"))
                        .isTrue();
            }
            if (element.getAttribute("role").equals("img")) {
                assertThat(element.getElementsByTagName("title").getLength()).isEqualTo(1);
                assertThat(element.getElementsByTagName("desc").getLength()).isEqualTo(1);
            }
        }
        for (var i = 0; i < all.getLength(); i++) {
            var labels = ((Element) all.item(i)).getAttribute("aria-labelledby");
            if (!labels.isEmpty()) {
                assertThat(ids).contains(labels.split(" "));
            }
        }
        assertThat(svg).doesNotContain("<script").doesNotContain("NaN");
    }

    @Test
    void scalesAmountsWithoutRoundingUp() {
        assertThat(Svg.percent(1, 3)).isEqualTo("33.33%");
        assertThat(Svg.percent(2, 3)).isEqualTo("66.66%");
        assertThat(Svg.percent(5, 1_000)).isEqualTo("0.50%");
        assertThat(Svg.percent(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo("100.00%");
        assertThat(Svg.percent(1, 0)).isEqualTo("0%");
    }

    @Test
    void marksTheReadersOwnBarByPatternAndSign() {
        var svg =
                BarChart.titled("Anteile")
                        .bar("Troisdorf", 3, "3")
                        .ownBar("Siegburg", 2, "2")
                        .svg();
        assertThat(svg).contains("▸ Siegburg").contains("fk-chart__strong").contains("-own)");
    }

    @Test
    void twoDifferentChartsOnOnePageDoNotShareIds() throws Exception {
        var one = BarChart.titled("Anteile").bar("a", 1, "1").svg();
        var other = BarChart.titled("Anteile").bar("a", 2, "2").svg();
        assertThat(one.substring(0, 160)).isNotEqualTo(other.substring(0, 160));
        assertThat(one).isEqualTo(BarChart.titled("Anteile").bar("a", 1, "1").svg());
    }

    @Test
    void showsTheDescriptionWhereThereIsNothingToDraw() {
        assertThat(BarChart.titled("leer").described("Noch keine Werte.").svg())
                .contains(">Noch keine Werte.</text>");
    }

    @Test
    void refusesANegativePartOfAWhole() {
        assertThatThrownBy(() -> StackedBar.titled("x").part("a", -1, "-1", StackedBar.Tone.FOR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWhatIsOnlyKnownRoughly() {
        var svg =
                Timeline.titled("Plan")
                        .event(
                                LocalDate.of(2014, 5, 7),
                                "Beschluss",
                                Timeline.Precision.QUARTER,
                                Timeline.Kind.MILESTONE)
                        .event(
                                LocalDate.of(2015, 5, 7),
                                "Bericht",
                                Timeline.Precision.YEAR,
                                Timeline.Kind.PLANNED)
                        .event(
                                LocalDate.of(2014, 4, 7),
                                "Antrag",
                                Timeline.Precision.MONTH,
                                Timeline.Kind.MILESTONE)
                        .svg();
        assertThat(svg).doesNotContain("07.05.2014").contains("2014").contains(">2015<");
    }

    @Test
    void onAPhoneALongLabelStandsInSeveralLinesAndNothingIsCut() {
        var label = "M3 Planung der Räumlichkeiten, des Personals und der Sachmittel";
        var svg =
                Timeline.titled("Plan")
                        .event(LocalDate.of(2014, 4, 7), label, Timeline.Kind.MILESTONE)
                        .event(LocalDate.of(2014, 5, 7), "Danach", Timeline.Kind.PLANNED)
                        .svg();
        var upright = svg.substring(svg.indexOf("fk-chart--upright"));
        assertThat(upright)
                .contains(
                        ">M3 Planung der Räumlichkeiten,<",
                        ">des Personals und der<",
                        ">Sachmittel<")
                .doesNotContain(label);
        // Two lines more, so what comes after stands lower.
        assertThat(upright).contains("height=\"146\"", "y=\"124\">Danach<");
        assertThat(svg).as("lying there is room").contains(">" + label + "<");
    }
}
