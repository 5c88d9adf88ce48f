package de.foerderkreis.portal.chart;

import java.util.ArrayList;
import java.util.List;

/** How one sum becomes another: what there is, what is taken away step by step, what is left. */
public final class Waterfall {

    private final String title;
    private String description = "";
    private final List<Bars.Row> rows = new ArrayList<>();
    private long level;

    private Waterfall(String title) {
        this.title = title;
    }

    public static Waterfall titled(String title) {
        return new Waterfall(title);
    }

    /**
     * What a person who cannot see the picture should know; also shown where there is nothing to
     * show.
     */
    public Waterfall described(String value) {
        description = value;
        return this;
    }

    /** A sum that starts the fall anew. */
    public Waterfall total(String label, long value, String text) {
        level = value;
        rows.add(new Bars.Row(label, 0, value, text, false, false, false));
        return this;
    }

    /**
     * Something taken away.
     *
     * @param value what is taken, not negative
     */
    public Waterfall minus(String label, long value, String text) {
        rows.add(new Bars.Row(label, level, level - value, text, false, true, false));
        level -= value;
        return this;
    }

    /** Something that comes on top. */
    public Waterfall plus(String label, long value, String text) {
        rows.add(new Bars.Row(label, level, level + value, text, false, false, false));
        level += value;
        return this;
    }

    /** What is left; drawn as given, not as computed from the steps. */
    public Waterfall result(String label, long value, String text) {
        level = value;
        rows.add(new Bars.Row(label, 0, value, text, true, false, true));
        return this;
    }

    public String svg() {
        return Bars.svg(title, description, rows);
    }
}
