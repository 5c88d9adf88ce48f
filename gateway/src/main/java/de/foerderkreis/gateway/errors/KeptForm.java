package de.foerderkreis.gateway.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a form that could not be delivered. It lives in the answer only; nothing
 * of it is stored.
 *
 * @param fields in the order of the form, a name as often as it was sent
 * @param files names of the file fields, which have to be chosen again: no browser lets a page fill
 *     them
 */
public record KeptForm(List<Field> fields, List<String> files) {

    private static final String ATTRIBUTE = KeptForm.class.getName();

    public KeptForm {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    /**
     * Reads {@code application/x-www-form-urlencoded}; a pair that cannot be decoded is kept as it
     * came.
     */
    public static KeptForm ofUrlEncoded(byte[] body) {
        var fields = new ArrayList<Field>();
        for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            if (!pair.isEmpty()) {
                var mark = pair.indexOf('=');
                fields.add(
                        mark < 0
                                ? new Field(decoded(pair), "")
                                : new Field(
                                        decoded(pair.substring(0, mark)),
                                        decoded(pair.substring(mark + 1))));
            }
        }
        return new KeptForm(fields, List.of());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /** Remembers the form for the answer to this request. */
    public void keepIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static @Nullable KeptForm of(HttpServletRequest request) {
        return (KeptForm) request.getAttribute(ATTRIBUTE);
    }

    public boolean multipart() {
        return !files.isEmpty();
    }

    /** The fields a person typed into, to be read and copied. */
    public List<Field> readable() {
        return fields.stream()
                .filter(field -> field.value().length() > 20 || field.value().contains("\n"))
                .toList();
    }

    /** One value of a form. */
    public record Field(String name, String value) {

        /** To be shown as it was typed. */
        public List<String> lines() {
            return value.lines().toList();
        }
    }
}
