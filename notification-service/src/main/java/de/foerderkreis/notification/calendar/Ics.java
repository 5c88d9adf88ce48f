package de.foerderkreis.notification.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes a calendar as RFC 5545 wants it: CRLF, lines folded at 75 octets without cutting a
 * character in two, text escaped.
 */
final class Ics {

    private static final int OCTETS = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    Ics line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    Ics text(String name, String value) {
        return line(name, escaped(value));
    }

    Ics day(String name, LocalDate day) {
        return line(name + ";VALUE=DATE", DAY.format(day));
    }

    Ics instant(String name, Instant instant) {
        return line(name, INSTANT.format(instant));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void fold(String line) {
        var octets = 0;
        for (var offset = 0; offset < line.length(); ) {
            var character = line.codePointAt(offset);
            var piece = Character.toString(character);
            var length = piece.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS) {
                text.append("\r\n ");
                // The blank that continues a line counts.
                octets = 1;
            }
            text.append(piece);
            octets += length;
            offset += Character.charCount(character);
        }
        text.append("\r\n");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
