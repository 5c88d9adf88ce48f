package de.foerderkreis.portal.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Horizontal bars of one hue, in the order given. One of them may be the reader's own; it is told
 * by pattern, sign and bold label, not by colour alone.
 */
public final class BarChart {

    private final String title;
    private String description = "";
    private final List<Bars.Row> rows = new ArrayList<>();

    private BarChart(String title) {
        this.title = title;
    }

    public static BarChart titled(String title) {
        return new BarChart(title);
    }

    /** What a person who cannot see the picture should know; also shown where there is no bar. */
    public BarChart described(String value) {
        description = value;
        return this;
    }

    /**
     * @param value in any one unit, e.g. cents; may be negative
     * @param text the value as people read it
     */
    public BarChart bar(String label, long value, String text) {
        rows.add(new Bars.Row(label, 0, value, text, false, false, false));
        return this;
    }

    /** The reader's own bar. */
    public BarChart ownBar(String label, long value, String text) {
        rows.add(new Bars.Row(label, 0, value, text, true, false, false));
        return this;
    }

    public String svg() {
        return Bars.svg(title, description, rows);
    }
}
