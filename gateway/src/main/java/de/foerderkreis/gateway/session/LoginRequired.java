package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.errors.MultipartForm;
import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * What an address answers that needs a login nobody brought: pages lead to it, programs get a
 * problem, and a form gets a page that carries what was typed. A script that was only reading is
 * sent to the login; one that was saving is not, or the reader would lose the page with the text in
 * it.
 */
class LoginRequired implements AuthenticationEntryPoint {

    private final Problems problems;

    LoginRequired(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException, ServletException {
        var reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reading && Problems.wantsPage(request)) {
            var query = request.getQueryString();
            var target = request.getRequestURI() + (query == null ? "" : "?" + query);
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(LoginAddress.with(LocalTarget.of(target)));
            return;
        }
        if (reading && request.getHeader("HX-Request") != null) {
            response.setHeader(
                    "HX-Redirect", LoginAddress.with(LocalTarget.of(currentPage(request))));
        }
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (Problems.wantsPage(request)) {
            MultipartForm.keepIn(request);
        }
        problems.answer(request, response, ProblemKind.UNAUTHENTICATED);
    }

    /** The page a script is in, null if it does not say. */
    static @Nullable String currentPage(HttpServletRequest request) {
        var page = request.getHeader("HX-Current-URL");
        if (page == null) {
            return null;
        }
        try {
            var address = URI.create(page);
            return address.getRawPath()
                    + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
