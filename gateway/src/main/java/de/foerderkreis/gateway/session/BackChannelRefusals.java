package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A logout token that is none (claims missing) is the sender's fault; Spring Security would answer
 * with an internal error.
 */
class BackChannelRefusals extends OncePerRequestFilter {

    static final String PATH = "/logout/connect/back-channel/";

    private final Problems problems;

    BackChannelRefusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException refused) {
            var keysMissing = refused.getCause() instanceof JwtException;
            problems.answer(
                    request,
                    response,
                    keysMissing ? ProblemKind.LOGIN_UNAVAILABLE : ProblemKind.BAD_REQUEST);
        } catch (NullPointerException incomplete) {
            // Its validator takes the issuer for granted.
            problems.answer(request, response, ProblemKind.BAD_REQUEST);
        }
    }
}
