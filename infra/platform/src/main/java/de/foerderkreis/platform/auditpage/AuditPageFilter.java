package de.foerderkreis.platform.auditpage;

import de.foerderkreis.platform.audit.AuditFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The filter as it stands in the address; it stays there however wrong it is.
 *
 * @param art kind of object
 * @param vorgang act
 * @param vor number of the entry the page before ended with
 */
record AuditPageFilter(
        @Nullable String art,
        @Nullable String objekt,
        @Nullable String person,
        @Nullable String vorgang,
        @Nullable String von,
        @Nullable String bis,
        @Nullable String vor) {

    /** Sentence by field; empty if all is well. */
    Map<String, String> errors(UnaryOperator<String> sentence) {
        var errors = new LinkedHashMap<String, String>();
        if (isNoDay(von)) {
            errors.put("von", sentence.apply("portal.audit.error.day"));
        }
        if (isNoDay(bis)) {
            errors.put("bis", sentence.apply("portal.audit.error.day"));
        }
        if (errors.isEmpty()
                && von != null
                && bis != null
                && !von.isBlank()
                && !bis.isBlank()
                && LocalDate.parse(bis.strip()).isBefore(LocalDate.parse(von.strip()))) {
            errors.put("bis", sentence.apply("portal.audit.error.order"));
        }
        if (vor != null && !vor.matches("\\d{1,18}")) {
            errors.put("", sentence.apply("portal.audit.error.page"));
        }
        return errors;
    }

    private static boolean isNoDay(@Nullable String text) {
        try {
            day(text);
            return false;
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    }

    /** Only of a filter without errors. */
    AuditFilter criteria() {
        return new AuditFilter(
                filled(art),
                filled(objekt),
                filled(person),
                filled(vorgang),
                day(von),
                day(bis),
                vor == null ? null : Long.valueOf(vor));
    }

    /** Whether it narrows the trail at all. */
    public boolean narrows() {
        return filled(art) != null
                || filled(objekt) != null
                || filled(person) != null
                || filled(vorgang) != null
                || filled(von) != null
                || filled(bis) != null;
    }

    /** The address behind the page's own, at another place. */
    String query(@Nullable Long before) {
        var parameters = new LinkedHashMap<String, @Nullable String>();
        parameters.put("art", filled(art));
        parameters.put("objekt", filled(objekt));
        parameters.put("person", filled(person));
        parameters.put("vorgang", filled(vorgang));
        parameters.put("von", filled(von));
        parameters.put("bis", filled(bis));
        parameters.put("vor", before == null ? null : before.toString());
        var query = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (value != null) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
