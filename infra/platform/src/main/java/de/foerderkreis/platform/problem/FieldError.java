package de.foerderkreis.platform.problem;

import java.util.List;

/**
 * One wrong field of an input.
 *
 * @param field path of the field as the client sent it, {@code items[2].unitAmount} for instance
 * @param code stable, kebab case; its text is {@code <code>.detail} in the problem messages
 * @param args for the message
 */
public record FieldError(String field, String code, List<Object> args) {

    public FieldError {
        args = List.copyOf(args);
    }

    public static FieldError of(String field, String code, Object... args) {
        return new FieldError(field, code, List.of(args));
    }
}
