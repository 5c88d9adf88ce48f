package de.foerderkreis.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Goes on after a trip to the identity provider: to the second trip for the only organisation, to
 * the question for which, or to where the person wanted to go.
 */
class LoginArrived implements AuthenticationSuccessHandler {

    private final Authorizations authorizations;

    LoginArrived(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(next(request, response));
    }

    private String next(HttpServletRequest request, HttpServletResponse response) {
        var target = LoginRequests.returnTo(request);
        if (Purpose.of(request).step() != Purpose.Step.PERSON
                || !(request.getSession().getAttribute(Memberships.ATTRIBUTE)
                        instanceof Memberships memberships)) {
            return target;
        }
        var organisations = memberships.organisations();
        if (organisations.size() > 1) {
            return OrganisationController.with(target);
        }
        // Whoever belongs nowhere gets a token without an organisation, and so without any rights.
        var only = organisations.isEmpty() ? "" : organisations.getFirst().alias();
        return authorizations.begin(
                request, response, Purpose.work(only, memberships.subject()), target);
    }
}
