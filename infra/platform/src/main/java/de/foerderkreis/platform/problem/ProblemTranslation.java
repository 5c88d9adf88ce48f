package de.foerderkreis.platform.problem;

import de.foerderkreis.platform.persistence.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Finds the problem in an exception. What nobody foresaw is a 500 that tells a number, never the
 * exception's message.
 */
final class ProblemTranslation {

    private static final Logger log = LoggerFactory.getLogger(ProblemTranslation.class);

    private ProblemTranslation() {}

    static Problem of(Throwable failure, HttpServletRequest request) {
        return switch (failure) {
            case Problem problem -> problem;
            case AuthenticationException e ->
                    Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated");
            case AccessDeniedException e -> Problem.forbidden("forbidden");
            case PayloadTooLarge e -> tooLarge(e.limit());
            case MaxUploadSizeExceededException e ->
                    Problem.of(HttpStatus.CONTENT_TOO_LARGE, "document-too-large", 20L);
            case MethodArgumentNotValidException e -> Problem.invalid(errors(e.getBindingResult()));
            case BindingResult e -> Problem.invalid(errors(e));
            case HandlerMethodValidationException e -> Problem.invalid(errors(e));
            case ConstraintViolationException e -> Problem.invalid(errors(e));
            case MethodArgumentTypeMismatchException e -> malformed(e.getName());
            case TypeMismatchException e ->
                    malformed(Objects.requireNonNullElse(e.getPropertyName(), ""));
            case MissingServletRequestParameterException e -> missing(e.getParameterName());
            case MissingServletRequestPartException e -> missing(e.getRequestPartName());
            case HttpMessageNotReadableException e -> unreadable(e);
            case DuplicateKeyException e -> {
                log.warn(
                        "Unique key violated at {} {}",
                        request.getMethod(),
                        request.getRequestURI(),
                        e);
                yield Problem.conflict("already-exists");
            }
            case CannotAcquireLockException e -> unavailable(e);
            case CannotCreateTransactionException e -> unavailable(e);
            case DataAccessResourceFailureException e -> unavailable(e);
            case TransientDataAccessException e -> unavailable(e);
            case ErrorResponse e -> byStatus(e.getStatusCode().value());
            default -> unexpected(failure, request);
        };
    }

    /** The problem behind a bare status, as the servlet container reports it. */
    static Problem byStatus(int code) {
        var status = HttpStatus.resolve(code);
        return switch (status) {
            case UNAUTHORIZED -> Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated");
            case FORBIDDEN -> Problem.forbidden("forbidden");
            case NOT_FOUND -> Problem.of(HttpStatus.NOT_FOUND, "not-found");
            case METHOD_NOT_ALLOWED ->
                    Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
            case NOT_ACCEPTABLE -> Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
            case CONTENT_TOO_LARGE ->
                    Problem.of(HttpStatus.CONTENT_TOO_LARGE, "payload-too-large", 1L);
            case UNSUPPORTED_MEDIA_TYPE ->
                    Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
            case SERVICE_UNAVAILABLE -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
            case null -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "");
            default ->
                    status.is4xxClientError()
                            ? Problem.of(status, "bad-request")
                            : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "");
        };
    }

    static Problem tooLarge(long limit) {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "payload-too-large",
                        Math.max(1, limit / 1_000_000))
                .with("limit", limit);
    }

    private static Problem malformed(String field) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-value", field)
                .withErrors(List.of(FieldError.of(field, "malformed-value", field)));
    }

    private static Problem missing(String field) {
        return Problem.of(HttpStatus.BAD_REQUEST, "missing-value", field)
                .withErrors(List.of(FieldError.of(field, "missing-value", field)));
    }

    private static Problem unreadable(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case PayloadTooLarge e -> {
                    return tooLarge(e.limit());
                }
                case UnrecognizedPropertyException e -> {
                    var field = path(e);
                    return Problem.of(HttpStatus.BAD_REQUEST, "unknown-property", field)
                            .withErrors(List.of(FieldError.of(field, "unknown-property", field)));
                }
                case DatabindException e when !e.getPath().isEmpty() -> {
                    return malformed(path(e));
                }
                default -> {}
            }
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "unreadable-body");
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var reference : failure.getPath()) {
            var name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static List<FieldError> errors(BindingResult result) {
        var errors = new ArrayList<FieldError>();
        for (var error : result.getFieldErrors()) {
            errors.add(
                    error.isBindingFailure()
                            ? FieldError.of(error.getField(), "malformed-value", error.getField())
                            : constraint(error.getField(), error));
        }
        for (var error : result.getGlobalErrors()) {
            errors.add(constraint(error.getObjectName(), error));
        }
        return errors;
    }

    private static List<FieldError> errors(HandlerMethodValidationException failure) {
        var errors = new ArrayList<FieldError>();
        for (var result : failure.getParameterValidationResults()) {
            var parameter =
                    Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
            for (var error : result.getResolvableErrors()) {
                errors.add(
                        error instanceof org.springframework.validation.FieldError field
                                ? constraint(field.getField(), field)
                                : constraint(parameter, error));
            }
        }
        return errors;
    }

    private static List<FieldError> errors(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .map(violation ->
                        FieldError.of(
                                violation.getPropertyPath().toString(),
                                kebab(
                                        violation
                                                .getConstraintDescriptor()
                                                .getAnnotation()
                                                .annotationType()
                                                .getSimpleName())))
                .toList();
    }

    /**
     * The last code is the constraint's plain name; its numbers follow the field's own name among
     * the arguments.
     */
    private static FieldError constraint(String field, MessageSourceResolvable error) {
        var codes = error.getCodes();
        var name = codes == null || codes.length == 0 ? "Value" : codes[codes.length - 1];
        var args = new ArrayList<Object>();
        var given = error.getArguments();
        if (given != null) {
            for (int i = 1; i < given.length; i++) {
                args.add(Objects.requireNonNullElse(given[i], ""));
            }
        }
        return new FieldError(field, "constraint-" + kebab(name), args);
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Problem unavailable(Exception failure) {
        log.warn("A resource is not available", failure);
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }

    private static Problem unexpected(Throwable failure, HttpServletRequest request) {
        var number = Ids.next().toString();
        log.error(
                "Unexpected failure {} at {} {}",
                number,
                request.getMethod(),
                request.getRequestURI(),
                failure);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", number)
                .with("incident", number);
    }
}
