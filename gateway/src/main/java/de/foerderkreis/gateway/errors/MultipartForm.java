package de.foerderkreis.gateway.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the texts of a form with files that nobody will receive; the files themselves are read
 * past, they have to be chosen again.
 */
public final class MultipartForm {

    private static final Logger LOG = LoggerFactory.getLogger(MultipartForm.class);
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=\"?([^\";,]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i);\\s*filename\\*?=");
    private static final int LONGEST = 1024 * 1024;
    private static final int BUFFER = 8 * 1024;

    private MultipartForm() {}

    /**
     * Reads the body of a multipart request to its end; anything else, also a malformed one, is
     * left alone.
     */
    public static void keepIn(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return;
        }
        var boundary = first(BOUNDARY, type);
        if (boundary == null) {
            return;
        }
        try {
            read(request, boundary).keepIn(request);
        } catch (IOException | RuntimeException malformed) {
            LOG.debug("A form could not be read back", malformed);
        }
    }

    /**
     * Keeps the texts of a multipart form that streams on to a service: they are there for the
     * answer once the body has passed.
     *
     * @return the body to send on; what is no multipart form comes back as it is
     */
    public static InputStream keepWhileStreaming(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        var boundary =
                type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                        ? null
                        : first(BOUNDARY, type);
        if (boundary == null) {
            return request.getInputStream();
        }
        var texts = new UploadTexts(boundary);
        return new FilterInputStream(request.getInputStream()) {

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                var count = super.read(target, offset, length);
                if (count > 0) {
                    texts.add(target, offset, count);
                    var form = texts.form();
                    if (form != null) {
                        form.keepIn(request);
                    }
                }
                return count;
            }
        };
    }

    /** Name of a part, empty if it has none. */
    static String name(String headers) {
        return Objects.requireNonNullElse(first(NAME, headers), "");
    }

    static boolean isFile(String headers) {
        return FILE.matcher(headers).find();
    }

    private static KeptForm read(HttpServletRequest request, String boundary) throws IOException {
        var parts =
                new MultipartStream(
                        request.getInputStream(),
                        boundary.getBytes(StandardCharsets.ISO_8859_1),
                        BUFFER,
                        null);
        var fields = new ArrayList<KeptForm.Field>();
        var files = new ArrayList<String>();
        var length = 0;
        for (var more = parts.skipPreamble(); more; more = parts.readBoundary()) {
            var headers =
                    new String(
                            parts.readHeaders().getBytes(StandardCharsets.ISO_8859_1),
                            StandardCharsets.UTF_8);
            var name = first(NAME, headers);
            if (name == null || FILE.matcher(headers).find()) {
                parts.discardBodyData();
                if (name != null) {
                    files.add(name);
                }
            } else {
                var text = new ByteArrayOutputStream();
                length += parts.readBodyData(text);
                if (length > LONGEST) {
                    throw new IOException("More text than a page can carry");
                }
                fields.add(new KeptForm.Field(name, text.toString(StandardCharsets.UTF_8)));
            }
        }
        return new KeptForm(fields, files);
    }

    private static @Nullable String first(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? match.group(1) : null;
    }
}
