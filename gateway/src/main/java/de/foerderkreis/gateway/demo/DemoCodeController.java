package de.foerderkreis.gateway.demo;

import de.foerderkreis.gateway.errors.ProblemKind;
import de.foerderkreis.gateway.errors.Problems;
import de.foerderkreis.gateway.protection.OperatorsOnly;
import de.foerderkreis.gateway.session.Login;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Stands in for the authenticator app of the demonstration's users. Exists in profile demo only,
 * where the launcher hands the secret over, and answers nobody but the machine itself.
 */
@Controller
@Profile("demo")
class DemoCodeController {

    private final String secret;
    private final OperatorsOnly operators;
    private final Problems problems;
    private final Clock clock;

    DemoCodeController(
            @Value("${foerderkreis.gateway.demo.totp-secret:}") String secret,
            OperatorsOnly operators,
            Problems problems,
            Clock clock) {
        this.secret = secret;
        this.operators = operators;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/demo/code")
    @Nullable String code(HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException, ServletException {
        if (secret.isEmpty()
                || !operators.allows(request)
                || !InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) {
            problems.answer(request, response, ProblemKind.NOT_FOUND);
            return null;
        }
        response.setHeader("Cache-Control", "no-store");
        if (Login.of(request) != null) {
            var code = OneTimeCode.at(clock.instant(), secret);
            model.addAttribute("code", code.grouped());
            model.addAttribute("seconds", code.seconds());
        }
        return "gateway/code";
    }
}
