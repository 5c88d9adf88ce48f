package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.protection.PublicAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where "Anmelden" leads: on to the identity provider, or straight to the target for whoever is
 * signed in already.
 */
@Controller
class LoginController {

    /** The page a second window ends on, after signing in to save a form in the first. */
    static final String DONE = "/login/fertig";

    private final PublicAddresses addresses;
    private final Authorizations authorizations;

    LoginController(PublicAddresses addresses, Authorizations authorizations) {
        this.addresses = addresses;
        this.authorizations = authorizations;
    }

    @GetMapping("/login")
    ResponseEntity<Void> login(
            HttpServletRequest request,
            @RequestParam(name = LocalTarget.PARAMETER, required = false) @Nullable String wanted) {
        var target = LocalTarget.of(wanted);
        return to(
                Login.of(request) == null
                        ? LoginAddress.start(addresses, target)
                        : URI.create(addresses.portal() + target));
    }

    /**
     * To prove once more who it is. What was proven is the identity provider's matter and the
     * service's that asked; an address made up by somebody gains nothing.
     */
    @GetMapping(StepUp.ADDRESS)
    ResponseEntity<Void> proof(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(StepUp.LEVEL) String level,
            @RequestParam(StepUp.AGE) int age,
            @RequestParam(name = LocalTarget.PARAMETER, required = false) @Nullable String wanted) {
        var target = LocalTarget.of(wanted);
        var login = Login.of(request);
        if (login == null) {
            return to(URI.create(LoginAddress.with(target)));
        }
        var stepUp = StepUp.given(level, age);
        return stepUp == null
                ? ResponseEntity.badRequest().build()
                : to(
                        URI.create(
                                authorizations.begin(
                                        request,
                                        response,
                                        Purpose.proof(login, stepUp.acr(), stepUp.maxAge()),
                                        target)));
    }

    @GetMapping(DONE)
    String done(HttpServletRequest request, Model model) {
        model.addAttribute("signedIn", Login.of(request) != null);
        return "gateway/signed-in";
    }

    /** Signing out is a form; whoever typed or kept the address lands on the start page. */
    @GetMapping("/logout")
    ResponseEntity<Void> logout() {
        return to(URI.create("/"));
    }

    private static ResponseEntity<Void> to(URI address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(address)
                .header("Cache-Control", "no-store")
                .build();
    }
}
