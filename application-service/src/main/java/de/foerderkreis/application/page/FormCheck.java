package de.foerderkreis.application.page;

import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of a form and collects what is wrong with them, so that a person sees all of it
 * at once.
 */
public final class FormCheck {

    // What people type when their browser has no date field.
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final List<FieldError> errors = new ArrayList<>();

    /** A text that has to be there. */
    public String text(String field, @Nullable String value, int max) {
        var text = optionalText(field, value, max);
        if (text == null) {
            errors.add(FieldError.of(field, "constraint-not-blank"));
            return "";
        }
        return text;
    }

    /** A text that may be left out. */
    public @Nullable String optionalText(String field, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var text = value.strip();
        if (text.length() > max) {
            errors.add(FieldError.of(field, "constraint-size", max, 0));
        }
        return text;
    }

    /** A day that has to be there. */
    public LocalDate day(String field, @Nullable String value) {
        var before = errors.size();
        var day = optionalDay(field, value);
        if (day == null) {
            if (errors.size() == before) {
                errors.add(FieldError.of(field, "day-missing"));
            }
            return LocalDate.EPOCH;
        }
        return day;
    }

    /** A day that may be left out. */
    public @Nullable LocalDate optionalDay(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var text = value.strip();
        try {
            return text.indexOf('.') > 0 ? LocalDate.parse(text, TYPED) : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            errors.add(FieldError.of(field, "day-unreadable"));
            return null;
        }
    }

    /** One of the values of an enumeration. */
    public <E extends Enum<E>> E choice(String field, @Nullable String value, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        errors.add(FieldError.of(field, "choice-missing"));
        return type.getEnumConstants()[0];
    }

    /** One of the values of an enumeration, or none. */
    public <E extends Enum<E>> @Nullable E optionalChoice(
            String field, @Nullable String value, Class<E> type) {
        return value == null || value.isBlank() ? null : choice(field, value, type);
    }

    /** A whole number from 0 to 9999 that may be left out. */
    public @Nullable Integer optionalCount(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.strip().matches("\\d{1,4}")) {
            errors.add(FieldError.of(field, "count-unreadable"));
            return null;
        }
        return Integer.valueOf(value.strip());
    }

    /** Something else that is wrong with a field. */
    public void wrong(String field, String code) {
        errors.add(FieldError.of(field, code));
    }

    /**
     * Ends the reading.
     *
     * @throws Problem with everything that was wrong
     */
    public void done() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
