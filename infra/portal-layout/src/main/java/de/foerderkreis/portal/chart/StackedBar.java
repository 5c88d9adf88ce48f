package de.foerderkreis.portal.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One or more bars of the same length, each divided into parts; positions of towns by heads, by
 * inhabitants and by levy base, for instance. Each part has its pattern, its text where there is
 * room, and its line in the legend.
 */
public final class StackedBar {

    /** What a part means; each tone has its own pattern. */
    public enum Tone {
        FOR,
        FOR_WITH_CONDITIONS,
        AGAINST,
        NEUTRAL,
        OPEN
    }

    private static final int BAR = 30;
    private static final int LABEL = 22;
    private static final int GAP = 14;
    private static final int LEGEND = 24;

    private final String title;
    private String description = "";
    private final List<Row> rows = new ArrayList<>();

    private record Part(String label, long value, String text, Tone tone) {}

    private record Row(String label, List<Part> parts) {
        long total() {
            return parts.stream().mapToLong(Part::value).sum();
        }
    }

    private StackedBar(String title) {
        this.title = title;
    }

    public static StackedBar titled(String title) {
        return new StackedBar(title);
    }

    /** What a person who cannot see the picture should know; also shown where there is no part. */
    public StackedBar described(String value) {
        description = value;
        return this;
    }

    /** Begins a bar; without it there is one bar that needs no name. */
    public StackedBar row(String label) {
        rows.add(new Row(label, new ArrayList<>()));
        return this;
    }

    /**
     * @param value in any one unit, not negative; the row's sum is the whole
     * @param text written on the part if it is wide enough
     */
    public StackedBar part(String label, long value, String text, Tone tone) {
        if (value < 0) {
            throw new IllegalArgumentException("A part of a whole cannot be negative: " + label);
        }
        if (rows.isEmpty()) {
            row("");
        }
        rows.getLast().parts().add(new Part(label, value, text, tone));
        return this;
    }

    public String svg() {
        var shown = rows.stream().filter(row -> row.total() > 0).toList();
        var legend = legend(shown);
        var height =
                shown.isEmpty()
                        ? 28
                        : shown.stream().mapToInt(StackedBar::height).sum()
                                + legend.size() * LEGEND
                                + 4;
        var svg =
                new Svg(
                        Svg.idOf(title, description, rows),
                        " fk-chart--stacked",
                        "width=\"100%\" height=\"" + height + "\"",
                        title,
                        description);
        if (shown.isEmpty()) {
            return svg.text("fk-chart__muted", "0", 18, 0, "start", description).end();
        }
        svg.raw("<defs>")
                .hatch("AGAINST", 45, "fk-chart__hatch")
                .hatch("FOR_WITH_CONDITIONS", 90, "fk-chart__hatch")
                .dots("NEUTRAL", "fk-chart__dot")
                .raw("</defs>");
        var y = 0;
        for (var row : shown) {
            if (!row.label().isEmpty()) {
                svg.text("fk-chart__label", "0", y + 15, 0, "start", row.label());
                y += LABEL;
            }
            draw(svg, row, y);
            y += BAR + GAP;
        }
        for (var entry : legend.entrySet()) {
            swatch(svg, entry.getValue(), "0", y, "22", 16);
            svg.text("fk-chart__label", "30", y + 13, 0, "start", entry.getKey());
            y += LEGEND;
        }
        return svg.end();
    }

    private static int height(Row row) {
        return BAR + GAP + (row.label().isEmpty() ? 0 : LABEL);
    }

    private static void draw(Svg svg, Row row, int y) {
        var total = row.total();
        var before = 0L;
        for (var part : row.parts()) {
            if (part.value() == 0) {
                continue;
            }
            var x = Svg.percent(before, total);
            var width = Svg.percent(part.value(), total);
            swatch(svg, part.tone(), x, y, width, BAR);
            // Roughly: seven pixels a character on a bar that is 330 pixels wide on a phone.
            if (part.value() > 0 && total / part.value() * (part.text().length() * 8 + 10) < 330) {
                svg.ground(x, y + 5, 4, part.text().length() * 9 + 10, 21);
                svg.text("fk-chart__part", x, y + 20, 8, "start", part.text());
            }
            before += part.value();
        }
    }

    private static void swatch(Svg svg, Tone tone, String x, int y, String width, int height) {
        svg.rect(
                "fk-chart__tone fk-chart__tone--" + tone.name().toLowerCase(Locale.ROOT),
                x,
                y,
                width,
                height);
        if (tone == Tone.AGAINST || tone == Tone.FOR_WITH_CONDITIONS || tone == Tone.NEUTRAL) {
            svg.patterned(tone.name(), x, y, width, height);
        }
    }

    private static Map<String, Tone> legend(List<Row> rows) {
        var legend = new LinkedHashMap<String, Tone>();
        var single = rows.size() == 1;
        for (var row : rows) {
            for (var part : row.parts()) {
                legend.putIfAbsent(
                        single ? part.label() + ": " + part.text() : part.label(), part.tone());
            }
        }
        return legend;
    }
}
