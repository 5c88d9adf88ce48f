package de.foerderkreis.stakeholder.form;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed into a form: kept exactly as typed, and read field by field with a sentence
 * for every field that cannot be read.
 */
public final class FormInput {

    private final MultiValueMap<String, String> typed;
    private final BiFunction<String, Object[], String> texts;
    private final Map<String, String> errors = new LinkedHashMap<>();

    FormInput(MultiValueMap<String, String> typed, BiFunction<String, Object[], String> texts) {
        this.typed = typed;
        this.texts = texts;
    }

    /** As typed, empty if the field was not sent. */
    public String get(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    /** All boxes ticked under one name. */
    public List<String> all(String field) {
        var values = typed.get(field);
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Text that must not be missing. */
    public String required(String field, int longest) {
        var text = get(field).strip();
        if (text.isEmpty()) {
            reject(field, "stakeholder.form.required");
        } else if (text.length() > longest) {
            reject(field, "stakeholder.form.too-long", longest);
        }
        return text;
    }

    /** Text that may be missing. */
    public String optional(String field, int longest) {
        var text = get(field);
        if (text.length() > longest) {
            reject(field, "stakeholder.form.too-long", longest);
        }
        return text;
    }

    /** A day that must not be missing. */
    public Optional<LocalDate> date(String field) {
        var day = optionalDate(field);
        if (day.isEmpty() && !errors.containsKey(field)) {
            reject(field, "stakeholder.form.date");
        }
        return day;
    }

    /** A day that may be missing. */
    public Optional<LocalDate> optionalDate(String field) {
        var text = get(field).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException unreadable) {
            reject(field, "stakeholder.form.date");
            return Optional.empty();
        }
    }

    /** A time of day that must not be missing. */
    public Optional<LocalTime> time(String field) {
        try {
            return Optional.of(LocalTime.parse(get(field).strip()));
        } catch (DateTimeParseException unreadable) {
            reject(field, "stakeholder.form.time");
            return Optional.empty();
        }
    }

    /** One of several that must be chosen. */
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        var choice = optionalChoice(field, type);
        if (choice.isEmpty()) {
            reject(field, "stakeholder.form.choice");
        }
        return choice;
    }

    /** One of several that may stay open. */
    public <E extends Enum<E>> Optional<E> optionalChoice(String field, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().equals(get(field)))
                .findFirst();
    }

    /** Any of several. */
    public <E extends Enum<E>> List<E> choices(String field, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> all(field).contains(it.name()))
                .toList();
    }

    /** The version the form was filled in against, if it carried one. */
    public Optional<Long> version() {
        var text = get("version");
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** Notes what is wrong with a field; the first thing noted stays. */
    public void reject(String field, String key, Object... arguments) {
        errors.putIfAbsent(field, texts.apply(key, arguments));
    }

    void rejectWith(String field, String sentence) {
        errors.putIfAbsent(field, sentence);
    }

    /** Whether everything could be read. */
    public boolean clean() {
        return errors.isEmpty();
    }

    /** Sentence by field, in the order noted; the empty field stands for the whole form. */
    public Map<String, String> errors() {
        return errors;
    }
}
