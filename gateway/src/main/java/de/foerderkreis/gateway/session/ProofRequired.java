package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * What a browser is answered whose person has to prove once more who it is: a page that was only
 * read leads to the identity provider and back, a form gets a page that carries what was typed.
 */
@Component
public class ProofRequired {

    private final Problems problems;
    private final Clock clock;

    ProofRequired(Problems problems, Clock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    /** Answers in place of the service that asked for {@code stepUp}. */
    public void answer(
            HttpServletRequest request, HttpServletResponse response, StepUp stepUp, Login login)
            throws IOException, ServletException {
        var query = request.getQueryString();
        var target = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (stepUp.justDone(login, clock.instant())) {
            problems.answer(request, response, ProblemKind.PROOF_FAILED, stepUp.address(target));
            return;
        }
        var reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reading && Problems.wantsPage(request)) {
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(stepUp.address(target));
            return;
        }
        if (reading && request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", stepUp.address(LoginRequired.currentPage(request)));
        }
        problems.answer(
                request, response, ProblemKind.PROOF_REQUIRED, stepUp.addressInSecondWindow());
    }
}
