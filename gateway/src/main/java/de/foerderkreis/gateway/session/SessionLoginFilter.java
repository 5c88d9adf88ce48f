package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the session's login into the caller of this request, with a token that will last for it if
 * the address needs one.
 */
class SessionLoginFilter extends OncePerRequestFilter {

    private final TokenRenewal renewal;
    private final Predicate<HttpServletRequest> needsToken;
    private final Problems problems;

    SessionLoginFilter(
            TokenRenewal renewal, Predicate<HttpServletRequest> needsToken, Problems problems) {
        this.renewal = renewal;
        this.needsToken = needsToken;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(Login.ATTRIBUTE) instanceof Login login) {
            try {
                var current =
                        needsToken.test(request) ? renewal.fresh(session.getId(), login) : login;
                current.rememberIn(request);
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new SignedIn(current));
                SecurityContextHolder.setContext(context);
            } catch (TokenRenewal.SessionOver over) {
                session.invalidate();
            } catch (TokenRenewal.ProviderUnavailable unavailable) {
                problems.answer(request, response, ProblemKind.LOGIN_UNAVAILABLE);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
