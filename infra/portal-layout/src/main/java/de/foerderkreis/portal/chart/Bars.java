package de.foerderkreis.portal.chart;

import java.util.List;

/**
 * Horizontal bars, each with its label and value; shared by bar chart and waterfall. Drawn twice,
 * for wide and for narrow screens; the style sheet shows one.
 */
final class Bars {

    private static final int ROW = 28;
    private static final int BAR = 18;
    private static final int TALL_ROW = 44;
    private static final int THIN_BAR = 12;
    private static final int TOP = 4;

    /** Width of the labels beside the bars: usually, and at most before they go above them. */
    private static final int LABEL = 190;

    private static final int MOST_LABEL = 240;

    /**
     * @param from where the bar begins, {@code to} where it ends; either may be negative
     * @param strong the one that stands out, by pattern and bold label
     * @param open a bar that is taken away: outlined and hatched
     * @param ruled a line above sets it off
     */
    record Row(
            String label,
            long from,
            long to,
            String value,
            boolean strong,
            boolean open,
            boolean ruled) {}

    private Bars() {}

    static String svg(String title, String description, List<Row> rows) {
        var id = Svg.idOf(title, description, rows);
        if (rows.isEmpty()) {
            return new Svg(id, "", "width=\"100%\" height=\"28\"", title, description)
                    .text("fk-chart__muted", "0", 18, 0, "start", description)
                    .end();
        }
        var low =
                Math.min(
                        0,
                        rows.stream()
                                .mapToLong(row -> Math.min(row.from(), row.to()))
                                .min()
                                .orElse(0));
        var high =
                Math.max(
                        0,
                        rows.stream()
                                .mapToLong(row -> Math.max(row.from(), row.to()))
                                .max()
                                .orElse(0));
        var label = rows.stream().mapToInt(Bars::labelWidth).max().orElse(0) + 10;
        var beside =
                label <= MOST_LABEL
                        ? wide(
                                id + "w",
                                title,
                                description,
                                rows,
                                low,
                                high,
                                Math.max(LABEL, label))
                        : tall(id + "w", " fk-chart--wide", title, description, rows, low, high);
        return beside + tall(id + "n", " fk-chart--narrow", title, description, rows, low, high);
    }

    /** Roughly, in pixels, so that no label runs under its bar. */
    private static int labelWidth(Row row) {
        return marked(row).length() * (row.strong() ? 9 : 8);
    }

    /** Label, bar and value beside each other. */
    private static String wide(
            String id,
            String title,
            String description,
            List<Row> rows,
            long low,
            long high,
            int label) {
        var svg = start(id, " fk-chart--wide", rows.size() * ROW + 2 * TOP, title, description);
        var y = TOP;
        for (var row : rows) {
            rule(svg, row, y);
            svg.text(emphasized("fk-chart__label", row), "0", y + 19, 0, "start", marked(row));
            svg.raw(
                    "<svg class=\"fk-chart__plot\" x=\""
                            + label
                            + "\" y=\""
                            + y
                            + "\" width=\""
                            + (label > LABEL ? "50%" : "55%")
                            + "\" height=\""
                            + ROW
                            + "\" overflow=\"visible\">");
            bar(svg, row, 5, BAR, low, high);
            svg.rect("fk-chart__zero", Svg.percent(-low, high - low), 0, "1", ROW);
            svg.text(
                    emphasized("fk-chart__value", row),
                    Svg.percent(Math.max(row.from(), row.to()) - low, high - low),
                    19,
                    8,
                    "start",
                    row.value());
            svg.raw("</svg>");
            y += ROW;
        }
        return svg.end();
    }

    /** Label and value above the bar, which has the whole width. */
    private static String tall(
            String id,
            String variant,
            String title,
            String description,
            List<Row> rows,
            long low,
            long high) {
        var svg = start(id, variant, rows.size() * TALL_ROW + 2 * TOP, title, description);
        var y = TOP;
        for (var row : rows) {
            rule(svg, row, y);
            svg.text(emphasized("fk-chart__label", row), "0", y + 16, 0, "start", marked(row));
            svg.text(emphasized("fk-chart__value", row), "100%", y + 16, 0, "end", row.value());
            bar(svg, row, y + 22, THIN_BAR, low, high);
            y += TALL_ROW;
        }
        return svg.end();
    }

    private static Svg start(
            String id, String variant, int height, String title, String description) {
        return new Svg(id, variant, "width=\"100%\" height=\"" + height + "\"", title, description)
                .raw("<defs>")
                .hatch("own", 45, "fk-chart__hatch")
                .hatch("less", 45, "fk-chart__hatch fk-chart__hatch--ink")
                .raw("</defs>");
    }

    private static void rule(Svg svg, Row row, int y) {
        if (row.ruled()) {
            svg.rect("fk-chart__rule", "0", y - 1, "100%", 1);
        }
    }

    private static void bar(Svg svg, Row row, int y, int height, long low, long high) {
        var x = Svg.percent(Math.min(row.from(), row.to()) - low, high - low);
        var width = Svg.percent(Math.abs(row.to() - row.from()), high - low);
        svg.rect(cssClass(row), x, y, width, height);
        if (row.strong() || row.open()) {
            svg.patterned(row.strong() ? "own" : "less", x, y, width, height);
        }
    }

    private static String emphasized(String cssClass, Row row) {
        return row.strong() ? cssClass + " fk-chart__strong" : cssClass;
    }

    private static String marked(Row row) {
        return row.strong() ? "▸ " + row.label() : row.label();
    }

    private static String cssClass(Row row) {
        if (row.strong()) {
            return "fk-chart__bar fk-chart__bar--own";
        }
        return row.open() ? "fk-chart__bar fk-chart__bar--less" : "fk-chart__bar";
    }
}
