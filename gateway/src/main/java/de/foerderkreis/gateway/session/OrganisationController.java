package de.foerderkreis.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * For which organisation somebody works who belongs to several: asked after sign-in, changed later
 * from the head of every page. One at a time: the identity provider issues a token for just that
 * one, and it is the one that checks whether the person belongs there.
 */
@Controller
class OrganisationController {

    static final String ADDRESS = "/organisation";

    private final Authorizations authorizations;
    private final MessageSource messages;

    OrganisationController(Authorizations authorizations, MessageSource messages) {
        this.authorizations = authorizations;
        this.messages = messages;
    }

    static String with(String target) {
        return ADDRESS
                + "?"
                + LocalTarget.PARAMETER
                + "="
                + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }

    @GetMapping(ADDRESS)
    @Nullable String choose(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = LocalTarget.PARAMETER, required = false) @Nullable String wanted,
            Model model)
            throws IOException {
        var memberships = memberships(request);
        if (memberships == null) {
            return signIn(response);
        }
        return page(request, response, memberships, wanted, Map.of(), model);
    }

    @PostMapping(ADDRESS)
    @Nullable String chosen(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "organisation", required = false) @Nullable String alias,
            @RequestParam(name = LocalTarget.PARAMETER, required = false) @Nullable String wanted,
            Model model,
            Locale locale)
            throws IOException {
        var memberships = memberships(request);
        if (memberships == null) {
            return signIn(response);
        }
        var organisation = memberships.of(alias);
        if (organisation == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var error = messages.getMessage("gateway.organisation.missing", null, locale);
            return page(
                    request, response, memberships, wanted, Map.of("organisation", error), model);
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(
                authorizations.begin(
                        request,
                        response,
                        Purpose.work(organisation.alias(), memberships.subject()),
                        LocalTarget.of(wanted)));
        return null;
    }

    private static String page(
            HttpServletRequest request,
            HttpServletResponse response,
            Memberships memberships,
            @Nullable String wanted,
            Map<String, String> errors,
            Model model) {
        var login = Login.of(request);
        var options = new LinkedHashMap<String, String>();
        memberships.organisations().forEach(each -> options.put(each.alias(), each.name()));
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("options", options);
        model.addAttribute("active", login == null ? null : login.organisation());
        model.addAttribute("target", LocalTarget.of(wanted));
        model.addAttribute("errors", errors);
        return "gateway/organisation";
    }

    /** Just read, or as this session's login knows them; null for the public. */
    private static @Nullable Memberships memberships(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(Memberships.ATTRIBUTE) instanceof Memberships fresh) {
            return fresh;
        }
        var login = Login.of(request);
        return login == null ? null : new Memberships(login.subject(), login.organisations());
    }

    private static @Nullable String signIn(HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(LoginAddress.with(ADDRESS));
        return null;
    }
}
