package de.foerderkreis.platform.problem;

import de.foerderkreis.platform.security.PublicEndpoint;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the servlet container and the filters reject before a controller sees it. */
@Controller
class ProblemErrorController implements ErrorController {

    static final String PROBLEM = "foerderkreis.problem";

    private final Problems problems;

    ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    @PublicEndpoint
    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    Object onError(HttpServletRequest request, HttpServletResponse response) {
        return problems.answer(problem(request), request, response);
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(PROBLEM) instanceof Problem problem) {
            return problem;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
            return ProblemTranslation.of(failure, request);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? ProblemTranslation.byStatus(status)
                : ProblemTranslation.byStatus(404);
    }
}
