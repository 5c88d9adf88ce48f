package de.foerderkreis.gateway.errors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page for whatever went wrong here, whoever noticed it: a filter, a handler or the container.
 */
@Controller
class ProblemPageController implements ErrorController {

    private final Problems problems;
    private final LocaleResolver locales;

    ProblemPageController(Problems problems, LocaleResolver locales) {
        this.problems = problems;
        this.locales = locales;
    }

    @RequestMapping(Problems.ADDRESS)
    @Nullable ModelAndView problem(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var answer = answer(request);
        if (!Problems.wantsPage(request)) {
            problems.write(request, response, answer);
            return null;
        }
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        var problem = problems.detail(request, answer, locales.resolveLocale(request));
        var form = KeptForm.of(request);
        if (form != null && answer.kind().worthSendingAgain()) {
            return new ModelAndView(
                    "gateway/resend",
                    Map.of(
                            "problem",
                            problem,
                            "form",
                            form,
                            "action",
                            address(request),
                            "signIn",
                            signIn(answer),
                            "perhapsDone",
                            answer.kind().perhapsDone(),
                            "proof",
                            answer.kind() == ProblemKind.PROOF_REQUIRED
                                    || answer.kind() == ProblemKind.PROOF_FAILED));
        }
        if (answer.kind().status() >= 502 || answer.kind().comesFromSignIn()) {
            var again =
                    switch (answer.kind()) {
                        case LOGIN_FAILED -> "/login";
                        case PROOF_REQUIRED, PROOF_FAILED -> answer.args()[0];
                        default -> readable(request) ? address(request) : "/";
                    };
            return new ModelAndView(
                    "gateway/unavailable", Map.of("problem", problem, "again", again));
        }
        return new ModelAndView("portal/problem", "problem", problem);
    }

    /** Where to sign in before the form is sent again; empty if that would not help. */
    private static String signIn(Problems.Answer answer) {
        return switch (answer.kind()) {
            case UNAUTHENTICATED -> "/login?ziel=/login/fertig";
            case PROOF_REQUIRED, PROOF_FAILED -> answer.args()[0];
            default -> "";
        };
    }

    private static Problems.Answer answer(HttpServletRequest request) {
        var answer = Problems.of(request);
        if (answer != null) {
            return answer;
        }
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            return new Problems.Answer(ProblemKind.NOT_FOUND, 404);
        }
        var status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 500;
        return new Problems.Answer(ProblemKind.ofStatus(status), status);
    }

    private static boolean readable(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** The address asked for, never one that a browser would read as another host. */
    private static String address(HttpServletRequest request) {
        var path = Problems.originalPath(request);
        var query = Problems.originalQuery(request);
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return "/";
        }
        return query == null ? path : path + "?" + query;
    }
}
