package de.foerderkreis.portal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Reads a problem for the page {@code portal/problem}. The model attribute {@code problem} is an
 * RFC 9457 problem; of its further properties the page shows {@code errors} (a list of maps or
 * records with {@code field} and {@code message}) and {@code traceId}.
 */
public final class ProblemPages {

    private static final Set<Integer> KNOWN =
            Set.of(400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503);

    private final MessageSource messages;

    ProblemPages(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Takes a {@link ProblemDetail}, a status or what this method answered before; anything else is
     * an internal error.
     */
    public Page of(@Nullable Object problem) {
        return switch (problem) {
            case Page page -> page;
            case ProblemDetail detail -> page(detail);
            case Integer status -> page(status, null, null, List.of(), null);
            case null, default -> page(500, null, null, List.of(), null);
        };
    }

    /**
     * The same from single model attributes, as a view without a problem object has them; absent
     * ones are null.
     *
     * @param problem a problem that outweighs the rest
     */
    public Page of(
            @Nullable Object problem,
            @Nullable Integer status,
            @Nullable String title,
            @Nullable String detail,
            @Nullable Object errors,
            @Nullable Map<String, Object> properties) {
        if (problem != null) {
            return of(problem);
        }
        var trace = properties == null ? null : properties.get("traceId");
        return page(
                status == null ? 500 : status,
                title,
                detail,
                sentences(errors),
                trace == null ? null : trace.toString());
    }

    private Page page(ProblemDetail problem) {
        var properties =
                problem.getProperties() == null
                        ? Map.<String, Object>of()
                        : problem.getProperties();
        var trace = properties.get("traceId");
        return page(
                problem.getStatus(),
                own(problem),
                problem.getDetail(),
                sentences(properties.get("errors")),
                trace == null ? null : trace.toString());
    }

    private static List<String> sentences(@Nullable Object errors) {
        return errors instanceof Collection<?> each
                ? each.stream().map(ProblemPages::sentence).filter(Objects::nonNull).toList()
                : List.of();
    }

    /** The title unless it is only the English reason phrase Spring fills in. */
    private static @Nullable String own(ProblemDetail problem) {
        var status = HttpStatus.resolve(problem.getStatus());
        return status != null && status.getReasonPhrase().equals(problem.getTitle())
                ? null
                : problem.getTitle();
    }

    private Page page(
            int status,
            @Nullable String title,
            @Nullable String detail,
            List<String> errors,
            @Nullable String reference) {
        var kind = kind(status);
        var heading =
                title != null && !title.isBlank()
                        ? title
                        : messages.getMessage(
                                "portal.problem." + kind + ".title",
                                null,
                                LocaleContextHolder.getLocale());
        var text = detail == null || detail.isBlank() ? null : detail;
        return new Page(status, kind, heading, text, errors, reference);
    }

    private static int kind(int status) {
        if (KNOWN.contains(status)) {
            return status;
        }
        return status >= 502 ? 503 : status >= 500 ? 500 : 400;
    }

    private static @Nullable String sentence(@Nullable Object error) {
        return switch (error) {
            case null -> null;
            case Map<?, ?> map -> Objects.toString(map.get("message"), null);
            case Record fields -> component(fields, "message");
            default -> error.toString();
        };
    }

    private static @Nullable String component(Record fields, String name) {
        for (var component : fields.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                try {
                    var accessor = component.getAccessor();
                    accessor.setAccessible(true);
                    return Objects.toString(accessor.invoke(fields), null);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("Cannot read " + component, e);
                }
            }
        }
        return fields.toString();
    }

    /**
     * What the page shows.
     *
     * @param kind the status whose advice applies
     * @param errors one sentence per entry concerned
     * @param reference what to name when asking for help
     */
    public record Page(
            int status,
            int kind,
            String title,
            @Nullable String detail,
            List<String> errors,
            @Nullable String reference) {}
}
