package de.foerderkreis.gateway.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request with a problem: RFC 9457 for programs, a page for people, both in the reader's
 * language. Usable in every filter and handler as long as the answer has not begun.
 */
@Component
public class Problems {

    static final String ADDRESS = "/error";
    private static final String ANSWER = Problems.class.getName();

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Problems(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /**
     * Sends the problem.
     *
     * @param args for the texts of this kind; a text may be given as a message key in braces, such
     *     as {@code {gateway.service.finance}}
     */
    public void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            ProblemKind kind,
            String... args)
            throws IOException, ServletException {
        response.resetBuffer();
        if (wantsPage(request)) {
            request.setAttribute(ANSWER, new Answer(kind, kind.status(), args));
            request.getRequestDispatcher(ADDRESS).forward(request, response);
        } else {
            write(request, response, new Answer(kind, kind.status(), args));
        }
    }

    /**
     * Programs, scripts in pages and everything under /api get a problem to parse, people a page to
     * read.
     */
    public static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        var mode = request.getHeader("Sec-Fetch-Mode");
        return !originalPath(request).startsWith("/api/")
                && request.getHeader("HX-Request") == null
                && request.getHeader("X-Requested-With") == null
                && (mode == null || mode.equals("navigate"))
                && (accept == null
                        || accept.contains(MediaType.TEXT_HTML_VALUE)
                        || !accept.contains("json"));
    }

    /** The address the client asked for, also while an error page is being made. */
    static String originalPath(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwarded instanceof String path
                ? path
                : failed instanceof String path ? path : request.getRequestURI();
    }

    static @Nullable String originalQuery(HttpServletRequest request) {
        var forwarded = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        var failed = request.getAttribute("jakarta.servlet.error.query_string");
        return forwarded instanceof String query
                ? query
                : failed instanceof String query ? query : request.getQueryString();
    }

    static @Nullable Answer of(HttpServletRequest request) {
        return (Answer) request.getAttribute(ANSWER);
    }

    void write(HttpServletRequest request, HttpServletResponse response, Answer answer)
            throws IOException {
        var locale = locales.resolveLocale(request);
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Language", locale.getLanguage());
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(detail(request, answer, locale)));
    }

    ProblemDetail detail(HttpServletRequest request, Answer answer, Locale locale) {
        var problem = ProblemDetail.forStatus(answer.status());
        problem.setType(URI.create("urn:foerderkreis:problem:" + answer.kind().type()));
        problem.setTitle(text(answer, "title", locale));
        problem.setDetail(text(answer, "detail", locale));
        instance(request, problem);
        var trace = MDC.get("traceId");
        if (trace != null) {
            problem.setProperty("traceId", trace);
        }
        return problem;
    }

    private static void instance(HttpServletRequest request, ProblemDetail problem) {
        try {
            problem.setInstance(URI.create(originalPath(request)));
        } catch (IllegalArgumentException unspeakable) {
            // A path that is no URI is exactly what may have been refused; the problem then names
            // none.
            problem.setInstance(null);
        }
    }

    private String text(Answer answer, String part, Locale locale) {
        var args = new Object[answer.args().length];
        for (var i = 0; i < args.length; i++) {
            var arg = answer.args()[i];
            args[i] =
                    arg.startsWith("{")
                            ? messages.getMessage(arg.substring(1, arg.length() - 1), null, locale)
                            : arg;
        }
        return messages.getMessage(
                "gateway.problem." + answer.kind().type() + "." + part, args, locale);
    }

    /** A problem on its way to the client; the status may be more exact than the kind's. */
    record Answer(ProblemKind kind, int status, String... args) {}
}
