package de.foerderkreis.portal.chart;

import java.util.List;

/** Horizontal bars with their label on the left and their value behind the bar; shared by bar chart and waterfall. */
final class Bars {

    private static final int ROW = 28;
    private static final int BAR = 18;
    private static final int TOP = 4;

    /**
     * @param from where the bar begins, {@code to} where it ends; either may be negative
     * @param strong the one that stands out, by pattern and bold label
     * @param open a bar that is taken away: outlined and hatched
     * @param ruled a line above sets it off
     */
    record Row(String label, long from, long to, String value, boolean strong, boolean open, boolean ruled) {}

    private Bars() {}

    static String svg(String title, String description, List<Row> rows) {
        var id = Svg.idOf(title, description, rows);
        var height = rows.isEmpty() ? 28 : TOP * 2 + rows.size() * ROW;
        var svg = new Svg(id, " fk-chart--bars", "width=\"100%\" height=\"" + height + "\"", title, description);
        if (rows.isEmpty()) {
            return svg.text("fk-chart__muted", "0", 18, 0, "start", description).end();
        }
        svg.raw("<defs>").hatch("own", 45, "fk-chart__hatch").hatch("less", 45, "fk-chart__hatch fk-chart__hatch--ink").raw("</defs>");
        var low = Math.min(0, rows.stream().mapToLong(row -> Math.min(row.from(), row.to())).min().orElse(0));
        var high = Math.max(0, rows.stream().mapToLong(row -> Math.max(row.from(), row.to())).max().orElse(0));
        var span = high - low;
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var y = TOP + i * ROW;
            if (row.ruled()) {
                svg.rect("fk-chart__rule", "0", y - 1, "100%", 1);
            }
            var emphasis = row.strong() ? "fk-chart__strong" : "";
            svg.text(("fk-chart__label " + emphasis).strip(), "0", y + 19, 0, "start", (row.strong() ? "▸ " : "") + row.label());
            // The plot's place is set by the style sheet, narrower on phones; the attributes serve whoever has no style sheet.
            svg.raw("<svg class=\"fk-chart__plot\" x=\"190\" y=\"" + y + "\" width=\"60%\" height=\"" + ROW
                    + "\" overflow=\"visible\">");
            var start = Math.min(row.from(), row.to());
            var end = Math.max(row.from(), row.to());
            var x = Svg.percent(start - low, span);
            var width = Svg.percent(end - start, span);
            svg.rect(cssClass(row), x, 5, width, BAR);
            if (row.strong() || row.open()) {
                svg.patterned(row.strong() ? "own" : "less", x, 5, width, BAR);
            }
            svg.rect("fk-chart__zero", Svg.percent(-low, span), 0, "1", ROW);
            svg.text(emphasis.isEmpty() ? "fk-chart__value" : "fk-chart__value " + emphasis, Svg.percent(end - low, span), 19, 8, "start", row.value());
            svg.raw("</svg>");
        }
        return svg.end();
    }

    private static String cssClass(Row row) {
        if (row.strong()) {
            return "fk-chart__bar fk-chart__bar--own";
        }
        return row.open() ? "fk-chart__bar fk-chart__bar--less" : "fk-chart__bar";
    }
}
