package de.foerderkreis.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Something the caller did or met, told as an RFC 9457 problem. Its texts stand in {@code
 * problems.properties} (German) and {@code problems_en.properties} under {@code <type>.title} and
 * {@code <type>.detail}.
 */
public final class Problem extends RuntimeException {

    private final transient HttpStatus status;
    private final String type;
    private final transient List<Object> args;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();

    private Problem(HttpStatus status, String type, List<Object> args, List<FieldError> errors) {
        // Problems are answers, not accidents: the place they came from interests nobody.
        super(type, null, false, false);
        this.status = status;
        this.type = type;
        this.args = List.copyOf(args);
        this.errors = List.copyOf(errors);
    }

    /** 404: there is no such thing, or it belongs to somebody else. */
    public static Problem notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "not-found").with("resource", what);
    }

    /** 403: the caller may see it but not do this. */
    public static Problem forbidden(String type) {
        return of(HttpStatus.FORBIDDEN, type);
    }

    /** 409: the state does not allow it. */
    public static Problem conflict(String type, Object... args) {
        return of(HttpStatus.CONFLICT, type, args);
    }

    /** 422: one field is wrong. */
    public static Problem invalid(String field, String type, Object... args) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                type,
                List.of(args),
                List.of(FieldError.of(field, type, args)));
    }

    /** 422, type {@code invalid-input}: several fields are wrong. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-input", List.of(), errors);
    }

    /** 422: well formed, but a rule forbids it. */
    public static Problem unprocessable(String type, Object... args) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, type, args);
    }

    /** 409 {@code stale-version}: somebody changed these fields since the client read them. */
    public static Problem stale(List<String> changedFields) {
        return of(HttpStatus.CONFLICT, "stale-version", String.join(", ", changedFields))
                .with("changedFields", List.copyOf(changedFields));
    }

    /** Any other problem; {@code args} go into its texts. */
    public static Problem of(HttpStatus status, String type, Object... args) {
        return new Problem(status, type, List.of(args), List.of());
    }

    /** Adds a member to the problem's JSON. */
    public Problem with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** Names wrong fields beside the problem itself. */
    public Problem withErrors(List<FieldError> more) {
        var all = new Problem(status, type, args, more);
        all.properties.putAll(properties);
        return all;
    }

    public HttpStatus status() {
        return status;
    }

    /** Kebab case, without the {@code urn:foerderkreis:problem:} before it. */
    public String type() {
        return type;
    }

    public List<Object> args() {
        return args;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> properties() {
        return Map.copyOf(properties);
    }
}
