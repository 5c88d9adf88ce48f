package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * A login that came back and could not be finished. Whoever is signed in anyway (a second click,
 * "back") simply goes on.
 */
class LoginFailed implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoginFailed.class);

    private final Problems problems;

    LoginFailed(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException, ServletException {
        var code =
                failure instanceof OAuth2AuthenticationException oauth
                        ? oauth.getError().getErrorCode()
                        : "unknown";
        var purpose = Purpose.of(request);
        var target = LoginRequests.returnTo(request);
        if (purpose.step() == Purpose.Step.PROOF) {
            LOG.info("A proof was not finished: {}", code);
            problems.answer(
                    request,
                    response,
                    ProblemKind.PROOF_FAILED,
                    new StepUp(purpose.acr(), purpose.maxAge()).address(target));
            return;
        }
        if (code.equals(LoginTokens.OTHER_PERSON)) {
            // For whom this one may work has not been asked yet.
            response.sendRedirect(LoginAddress.start(target));
            return;
        }
        if (Login.of(request) != null) {
            response.sendRedirect(target);
            return;
        }
        LOG.info("A login was not finished: {}", code);
        // The provider did answer with something else than tokens, or not at all.
        var unavailable =
                code.equals("invalid_token_response")
                        || code.equals("server_error")
                        || code.equals("temporarily_unavailable");
        problems.answer(
                request,
                response,
                unavailable ? ProblemKind.LOGIN_UNAVAILABLE : ProblemKind.LOGIN_FAILED);
    }
}
