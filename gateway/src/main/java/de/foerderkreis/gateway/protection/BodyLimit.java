package de.foerderkreis.gateway.protection;

import de.foerderkreis.gateway.errors.KeptForm;
import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above the limit, announced or not. A form is read into memory here (it is below
 * the limit), so that it can be handed back if it cannot be delivered; everything else is counted
 * while it streams through.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 60)
class BodyLimit extends OncePerRequestFilter {

    private final ProtectionSettings settings;
    private final Problems problems;

    BodyLimit(ProtectionSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        if (length == 0 || length < 0 && request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
            return;
        }
        var type =
                request.getContentType() == null
                        ? ""
                        : request.getContentType().toLowerCase(Locale.ROOT);
        var limit =
                (type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                                ? settings.uploadLimit()
                                : settings.bodyLimit())
                        .toBytes();
        if (length > limit) {
            refuse(request, response, limit);
        } else if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            var body = request.getInputStream().readNBytes((int) limit + 1);
            if (body.length > limit) {
                refuse(request, response, limit);
                return;
            }
            if (!request.getMethod().equals("GET")) {
                KeptForm.ofUrlEncoded(body).keepIn(request);
            }
            chain.doFilter(new FormRequest(request, body), response);
        } else {
            try {
                chain.doFilter(length < 0 ? new CountedRequest(request, limit) : request, response);
            } catch (BodyTooLarge tooLarge) {
                problems.answer(
                        request, response, ProblemKind.BODY_TOO_LARGE, tooLarge.megabytes());
            }
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, long limit)
            throws ServletException, IOException {
        problems.answer(
                request,
                response,
                ProblemKind.BODY_TOO_LARGE,
                Long.toString(limit / (1024 * 1024)));
    }
}
