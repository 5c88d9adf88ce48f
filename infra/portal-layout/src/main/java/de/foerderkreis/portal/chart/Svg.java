package de.foerderkreis.portal.chart;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Writes one chart; numbers are whole pixels or hundredths of a per cent, so that no amount ever
 * becomes floating point.
 */
final class Svg {

    private final StringBuilder out = new StringBuilder(2_048);
    private final String id;

    /**
     * @param id distinguishes this chart's ids from those of others on the page
     * @param size attributes that give the chart its size
     */
    Svg(String id, String variant, String size, String title, String description) {
        this.id = id;
        raw(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fk-chart"
                        + variant
                        + "\" "
                        + size
                        + " role=\"img\" aria-labelledby=\""
                        + id
                        + "-t "
                        + id
                        + "-d\">");
        raw(
                "<title id=\""
                        + id
                        + "-t\">"
                        + escaped(title)
                        + "</title><desc id=\""
                        + id
                        + "-d\">"
                        + escaped(description)
                        + "</desc>");
    }

    /**
     * An id from all that the chart shows: stable between two renderings, different between two
     * charts.
     */
    static String idOf(Object... parts) {
        return "c" + Integer.toHexString(Arrays.deepHashCode(parts));
    }

    Svg raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A rectangle; {@code x} and {@code width} with their unit. */
    Svg rect(String cssClass, String x, int y, String width, int height) {
        return area("class=\"" + cssClass + "\"", x, y, width, height, "");
    }

    /** A plain ground for text that stands on a pattern, {@code dx} right of {@code x}. */
    Svg ground(String x, int y, int dx, int width, int height) {
        return area(
                "class=\"fk-chart__ground\"",
                x,
                y,
                Integer.toString(width),
                height,
                " rx=\"3\" transform=\"translate(" + dx + " 0)\"");
    }

    /** The same area again, filled with a pattern of {@link #hatch}. */
    Svg patterned(String pattern, String x, int y, String width, int height) {
        return area("fill=\"url(#" + id + "-" + pattern + ")\"", x, y, width, height, "");
    }

    private Svg area(String paint, String x, int y, String width, int height, String more) {
        return raw(
                "<rect "
                        + paint
                        + " x=\""
                        + x
                        + "\" y=\""
                        + y
                        + "\" width=\""
                        + width
                        + "\" height=\""
                        + height
                        + "\""
                        + more
                        + "/>");
    }

    Svg text(String cssClass, String x, int y, int dx, String anchor, String text) {
        return raw(
                "<text class=\""
                        + cssClass
                        + "\" x=\""
                        + x
                        + "\" y=\""
                        + y
                        + "\""
                        + (dx == 0 ? "" : " dx=\"" + dx + "\"")
                        + (anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"")
                        + ">"
                        + escaped(text)
                        + "</text>");
    }

    Svg hatch(String name, int angle, String cssClass) {
        return raw(
                "<pattern id=\""
                        + id
                        + "-"
                        + name
                        + "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate("
                        + angle
                        + ")\"><line class=\""
                        + cssClass
                        + "\" x1=\"3\" y1=\"0\" x2=\"3\" y2=\"6\"/></pattern>");
    }

    Svg dots(String name, String cssClass) {
        return raw(
                "<pattern id=\""
                        + id
                        + "-"
                        + name
                        + "\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><circle class=\""
                        + cssClass
                        + "\" cx=\"3\" cy=\"3\" r=\"1.4\"/></pattern>");
    }

    String end() {
        return raw("</svg>").out.toString();
    }

    /** {@code part} of {@code whole} as per cent with two decimals, cut off; zero of nothing. */
    static String percent(long part, long whole) {
        if (whole <= 0 || part <= 0) {
            return "0%";
        }
        var hundredths =
                BigInteger.valueOf(part)
                        .multiply(BigInteger.valueOf(10_000))
                        .divide(BigInteger.valueOf(whole))
                        .min(BigInteger.valueOf(10_000))
                        .longValueExact();
        return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100 + "%";
    }

    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> {
                            if (c >= 0x20 || c == '\t' || c == '\n') {
                                escaped.appendCodePoint(c);
                            }
                        }
                    }
                });
        return escaped.toString();
    }
}
