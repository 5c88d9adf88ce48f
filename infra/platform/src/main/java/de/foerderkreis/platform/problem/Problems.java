package de.foerderkreis.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem: as JSON to programs, as a page to a browser. */
public class Problems {

    private final ProblemTexts texts;
    private final JsonMapper json;

    Problems(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** What a handler returns for a problem. */
    public Object answer(
            Problem problem, HttpServletRequest request, HttpServletResponse response) {
        var detail = texts.describe(problem, request);
        if (wantsPage(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return new ModelAndView("portal/problem", model(detail), problem.status());
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(detail);
    }

    /**
     * Answers where no handler runs, in a filter for instance. A page is left to the error
     * dispatch.
     */
    public void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (wantsPage(request)) {
            request.setAttribute(ProblemErrorController.PROBLEM, problem);
            response.sendError(problem.status().value());
            return;
        }
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        json.writeValue(response.getOutputStream(), texts.describe(problem, request));
    }

    /** Answers with the problem found in an exception. */
    public void send(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(ProblemTranslation.of(failure, request), request, response);
    }

    private static Map<String, Object> model(ProblemDetail detail) {
        var model = new LinkedHashMap<String, Object>();
        model.put("status", detail.getStatus());
        model.put("title", Objects.requireNonNullElse(detail.getTitle(), ""));
        model.put("detail", Objects.requireNonNullElse(detail.getDetail(), ""));
        model.put("instance", String.valueOf(detail.getInstance()));
        model.put("type", String.valueOf(detail.getType()));
        var properties = detail.getProperties();
        model.put(
                "errors",
                properties == null ? List.of() : properties.getOrDefault("errors", List.of()));
        model.put("properties", properties == null ? Map.of() : properties);
        return model;
    }

    static boolean wantsPage(HttpServletRequest request) {
        var failed = request.getAttribute("jakarta.servlet.error.request_uri");
        var uri = failed instanceof String original ? original : request.getRequestURI();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return !uri.startsWith("/api/")
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
