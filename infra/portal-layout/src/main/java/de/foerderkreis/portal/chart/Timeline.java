package de.foerderkreis.portal.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Events along a line; what is only known to the month or quarter is drawn as long as it may last.
 * Comes in two shapes of which the style sheet shows one: lying where there is room, upright on
 * phones.
 */
public final class Timeline {

    /** What an event is; each kind has its own sign. */
    public enum Kind {
        PAST,
        PLANNED,
        MILESTONE,
        DEADLINE
    }

    /** How exactly its date is known. */
    public enum Precision {
        DAY,
        MONTH,
        QUARTER,
        YEAR
    }

    private static final int WIDTH = 960;
    private static final int MARGIN = 12;
    private static final int AXIS = 34;
    private static final int LANE = 40;
    private static final int UPRIGHT = 52;
    private static final int LINE = 19;

    /** Letters a line of a label may have on a phone 320 px wide. */
    private static final int LETTERS = 30;

    private final String title;
    private String description = "";
    private @Nullable LocalDate today;
    private final List<Event> events = new ArrayList<>();

    private record Event(LocalDate date, String label, Precision precision, Kind kind) {

        LocalDate from() {
            return switch (precision) {
                case DAY -> date;
                case MONTH -> date.withDayOfMonth(1);
                case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
                case YEAR -> date.withDayOfYear(1);
            };
        }

        LocalDate until() {
            return switch (precision) {
                case DAY -> date;
                case MONTH -> from().plusMonths(1).minusDays(1);
                case QUARTER -> from().plusMonths(3).minusDays(1);
                case YEAR -> from().plusYears(1).minusDays(1);
            };
        }

        String when() {
            var locale = LocaleContextHolder.getLocale();
            var english = locale.getLanguage().equals("en");
            return switch (precision) {
                case DAY ->
                        DateTimeFormatter.ofPattern(
                                        english ? "d MMM uuuu" : "dd.MM.uuuu",
                                        english ? Locale.ENGLISH : Locale.GERMAN)
                                .format(date);
                case MONTH ->
                        date.getMonth()
                                        .getDisplayName(
                                                TextStyle.FULL_STANDALONE,
                                                english ? Locale.ENGLISH : Locale.GERMAN)
                                + " "
                                + date.getYear();
                case QUARTER ->
                        (english ? "Q" : "")
                                + date.get(IsoFields.QUARTER_OF_YEAR)
                                + (english ? " " : ". Quartal ")
                                + date.getYear();
                case YEAR -> Integer.toString(date.getYear());
            };
        }
    }

    private Timeline(String title) {
        this.title = title;
    }

    public static Timeline titled(String title) {
        return new Timeline(title);
    }

    /** What a person who cannot see the picture should know; also shown where there is no event. */
    public Timeline described(String value) {
        description = value;
        return this;
    }

    /** Draws the line between what was and what comes. */
    public Timeline today(LocalDate value) {
        today = value;
        return this;
    }

    public Timeline event(LocalDate date, String label, Kind kind) {
        return event(date, label, Precision.DAY, kind);
    }

    /**
     * @param date any day within the month, quarter or year meant
     */
    public Timeline event(LocalDate date, String label, Precision precision, Kind kind) {
        events.add(new Event(date, label, precision, kind));
        return this;
    }

    public String svg() {
        var id = Svg.idOf(title, description, events, today == null ? "" : today);
        if (events.isEmpty()) {
            return new Svg(id, "", "width=\"100%\" height=\"28\"", title, description)
                    .text("fk-chart__muted", "0", 18, 0, "start", description)
                    .end();
        }
        var sorted =
                events.stream()
                        .sorted(Comparator.comparing(Event::from).thenComparing(Event::until))
                        .toList();
        return lying(id + "w", sorted) + upright(id + "n", sorted);
    }

    private String lying(String id, List<Event> sorted) {
        var first = sorted.getFirst().from();
        var last = sorted.stream().map(Event::until).max(Comparator.naturalOrder()).orElse(first);
        if (today != null) {
            first = today.isBefore(first) ? today : first;
            last = today.isAfter(last) ? today : last;
        }
        var scale = new Scale(first, last);
        var lanes = new ArrayList<Integer>();
        var placed = new int[sorted.size()];
        for (var i = 0; i < sorted.size(); i++) {
            var event = sorted.get(i);
            var x = scale.of(event.from());
            var width = width(event);
            var left = x + width > WIDTH ? x - width : x;
            var lane = 0;
            while (lane < lanes.size() && lanes.get(lane) > left) {
                lane++;
            }
            if (lane == lanes.size()) {
                lanes.add(0);
            }
            lanes.set(lane, Math.max(x, left + width) + 12);
            placed[i] = lane;
        }
        var height = AXIS + 12 + lanes.size() * LANE;
        var svg =
                new Svg(
                        id,
                        " fk-chart--lying",
                        "viewBox=\"0 0 " + WIDTH + " " + height + "\"",
                        title,
                        description);
        svg.raw("<defs>").hatch("span", 45, "fk-chart__hatch fk-chart__hatch--ink").raw("</defs>");
        svg.rect(
                "fk-chart__line",
                Integer.toString(MARGIN),
                AXIS - 1,
                Integer.toString(WIDTH - 2 * MARGIN),
                2);
        for (var year = first.getYear() + 1; year <= last.getYear(); year++) {
            var x = scale.of(LocalDate.of(year, 1, 1));
            svg.rect("fk-chart__line", Integer.toString(x), AXIS - 7, "1", 14);
            svg.text(
                    "fk-chart__muted fk-chart__small",
                    Integer.toString(x),
                    AXIS - 12,
                    4,
                    "start",
                    Integer.toString(year));
        }
        for (var i = 0; i < sorted.size(); i++) {
            var x = scale.of(sorted.get(i).from());
            svg.rect("fk-chart__lead", Integer.toString(x), AXIS + 2, "1", 40 + placed[i] * LANE);
        }
        for (var i = 0; i < sorted.size(); i++) {
            var event = sorted.get(i);
            var x = scale.of(event.from());
            var top = AXIS + 26 + placed[i] * LANE;
            var rightmost = x + width(event) > WIDTH;
            var anchor = rightmost ? "end" : "start";
            var dx = rightmost ? -7 : 7;
            svg.text(
                    "fk-chart__muted fk-chart__small fk-chart__halo",
                    Integer.toString(x),
                    top,
                    dx,
                    anchor,
                    event.when());
            svg.text("fk-chart__halo", Integer.toString(x), top + 16, dx, anchor, event.label());
        }
        for (var event : sorted) {
            sign(svg, event, scale.of(event.from()), scale.of(event.until()));
        }
        if (today != null) {
            var x = scale.of(today);
            var atEnd = x > WIDTH - 60;
            svg.rect("fk-chart__today", Integer.toString(x), 2, "2", AXIS + 10);
            svg.text(
                    "fk-chart__strong fk-chart__small fk-chart__halo",
                    Integer.toString(x),
                    12,
                    atEnd ? -6 : 8,
                    atEnd ? "end" : "start",
                    todayText());
        }
        return svg.end();
    }

    private static void sign(Svg svg, Event event, int x, int until) {
        if (event.precision() != Precision.DAY) {
            var width = Integer.toString(Math.max(10, until - x));
            svg.rect("fk-chart__span", Integer.toString(x), AXIS - 5, width, 10);
            svg.patterned("span", Integer.toString(x), AXIS - 5, width, 10);
        }
        sign(svg, event.kind(), x, AXIS);
    }

    private static void sign(Svg svg, Kind kind, int x, int y) {
        switch (kind) {
            case PAST ->
                    svg.raw(
                            "<circle class=\"fk-chart__sign fk-chart__sign--full\" cx=\""
                                    + x
                                    + "\" cy=\""
                                    + y
                                    + "\" r=\"6\"/>");
            case PLANNED ->
                    svg.raw(
                            "<circle class=\"fk-chart__sign\" cx=\""
                                    + x
                                    + "\" cy=\""
                                    + y
                                    + "\" r=\"6\"/>");
            case MILESTONE ->
                    svg.raw(
                            "<path class=\"fk-chart__sign\" d=\"M"
                                    + x
                                    + " "
                                    + (y - 8)
                                    + "l8 8l-8 8l-8 -8z\"/>");
            case DEADLINE ->
                    svg.raw(
                            "<path class=\"fk-chart__sign fk-chart__sign--full\" d=\"M"
                                    + (x - 7)
                                    + " "
                                    + (y - 7)
                                    + "h14l-7 13z\"/>");
        }
    }

    private String upright(String id, List<Event> sorted) {
        var height = (today == null ? 0 : 28) + 4;
        for (var event : sorted) {
            height += UPRIGHT + (lines(event.label()).size() - 1) * LINE;
        }
        var svg =
                new Svg(
                        id,
                        " fk-chart--upright",
                        "width=\"100%\" height=\"" + height + "\"",
                        title,
                        description);
        svg.rect("fk-chart__line", "11", 12, "2", height - 24);
        var y = 0;
        var passed = today == null;
        for (var event : sorted) {
            if (!passed && today != null && event.from().isAfter(today)) {
                y = today(svg, y);
                passed = true;
            }
            sign(svg, event.kind(), 12, y + 14);
            svg.text("fk-chart__muted fk-chart__small", "32", y + 16, 0, "start", event.when());
            var below = y + 34;
            for (var line : lines(event.label())) {
                svg.text("", "32", below, 0, "start", line);
                below += LINE;
            }
            y = below - 34 - LINE + UPRIGHT;
        }
        if (!passed) {
            today(svg, y);
        }
        return svg.end();
    }

    /** A label in lines a phone has room for; a word that is longer by itself is parted. */
    private static List<String> lines(String label) {
        var lines = new ArrayList<String>();
        var rest = label.strip();
        while (rest.length() > LETTERS) {
            var blank = rest.lastIndexOf(' ', LETTERS);
            var end = blank > 0 ? blank : LETTERS;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    private static int today(Svg svg, int y) {
        svg.rect("fk-chart__today", "2", y + 8, "20", 2);
        svg.text("fk-chart__strong fk-chart__small", "32", y + 13, 0, "start", todayText());
        return y + 28;
    }

    private static String todayText() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "today" : "heute";
    }

    /** About how wide the label is, in pixels: seven a character. */
    private static int width(Event event) {
        return Math.max(event.label().length(), event.when().length()) * 7 + 14;
    }

    private record Scale(LocalDate first, LocalDate last) {
        int of(LocalDate day) {
            var span = Math.max(1, ChronoUnit.DAYS.between(first, last));
            return MARGIN
                    + (int) (ChronoUnit.DAYS.between(first, day) * (WIDTH - 2 * MARGIN) / span);
        }
    }
}
