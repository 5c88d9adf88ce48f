package de.foerderkreis.platform.security;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells the caller how to sign in for what it asked, as RFC 9470 section 3 words it. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecondFactorAdvice {

    private final Problems problems;
    private final List<String> levels;

    /**
     * @param levels values of {@code acr} that stand for a second factor, preferred first
     */
    SecondFactorAdvice(Problems problems, List<String> levels) {
        this.problems = problems;
        this.levels = List.copyOf(levels);
    }

    @ExceptionHandler(SecondFactorRequired.class)
    Object onSecondFactorRequired(
            SecondFactorRequired required,
            HttpServletRequest request,
            HttpServletResponse response) {
        var acr = String.join(" ", levels);
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer error=\"insufficient_user_authentication\", error_description=\"A fresh second factor is required\", acr_values=\"%s\", max_age=\"%d\""
                        .formatted(acr, required.maxAge()));
        return problems.answer(
                Problem.of(
                                HttpStatus.UNAUTHORIZED,
                                "second-factor-required",
                                minutes(required.maxAge()))
                        .with("acrValues", acr)
                        .with("maxAge", required.maxAge()),
                request,
                response);
    }

    private static int minutes(int seconds) {
        return Math.max(1, seconds / 60);
    }
}
