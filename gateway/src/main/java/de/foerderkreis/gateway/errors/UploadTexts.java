package de.foerderkreis.gateway.errors;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Picks the texts out of a form with files while it streams past to a service, in case the service
 * sends the person away first. Files are looked past; what is malformed is the service's business
 * and simply not kept.
 */
final class UploadTexts {

    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 1024 * 1024;

    private final byte[] delimiter;
    private final List<KeptForm.Field> fields = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    /** What has come and is not understood yet; the first boundary has no line end before it. */
    private byte[] rest = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private Part part = Part.OUTSIDE;
    private String name = "";
    private int length;

    private enum Part {
        OUTSIDE,
        HEADERS,
        TEXT,
        FILE,
        OVER
    }

    UploadTexts(String boundary) {
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Takes the next bytes of the body. */
    void add(byte[] bytes, int offset, int count) {
        if (part == Part.OVER) {
            return;
        }
        var start = rest.length;
        rest = Arrays.copyOf(rest, start + count);
        System.arraycopy(bytes, offset, rest, start, count);
        while (part != Part.OVER && (part == Part.HEADERS ? headers() : content())) {
            // one more part understood
        }
    }

    /** The form, null if it did not come to its end or was more than a page can carry. */
    @Nullable KeptForm form() {
        return part == Part.OVER && length <= LONGEST ? new KeptForm(fields, files) : null;
    }

    private boolean headers() {
        var end = indexOf(rest, END_OF_HEADERS);
        // The delimiter that ends the whole is followed by two hyphens instead of a line end.
        if (rest.length >= 2 && rest[0] == '-' && rest[1] == '-') {
            part = Part.OVER;
            return false;
        }
        if (end < 0) {
            return false;
        }
        var lines = new String(rest, 0, end, StandardCharsets.UTF_8);
        name = MultipartForm.name(lines);
        part = MultipartForm.isFile(lines) ? Part.FILE : Part.TEXT;
        // The last of the two line ends may begin the delimiter of an empty part.
        rest = Arrays.copyOfRange(rest, end + 2, rest.length);
        text.reset();
        return true;
    }

    private boolean content() {
        var end = indexOf(rest, delimiter);
        var known = end < 0 ? Math.max(0, rest.length - delimiter.length) : end;
        if (part == Part.TEXT && length <= LONGEST) {
            text.write(rest, 0, known);
            length += known;
        }
        if (end < 0) {
            rest = Arrays.copyOfRange(rest, known, rest.length);
            return false;
        }
        if (part == Part.TEXT) {
            var value = text.toString(StandardCharsets.UTF_8);
            fields.add(
                    new KeptForm.Field(name, value.startsWith("\r\n") ? value.substring(2) : ""));
        } else if (part == Part.FILE) {
            files.add(name);
        }
        rest = Arrays.copyOfRange(rest, end + delimiter.length, rest.length);
        part = Part.HEADERS;
        return true;
    }

    private static int indexOf(byte[] where, byte[] what) {
        for (var at = 0; at <= where.length - what.length; at++) {
            if (Arrays.equals(where, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }
}
