package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.platform.security.PublicEndpoint;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the one-time link in a partner's mail: no account, and no name asked. The link is
 * the key, so nobody else may learn the address from here.
 */
@Controller
@RequestMapping("/l/{token}")
@PublicEndpoint
class LinkPages {

    private final LinkVisit visit;
    private final Forms forms;

    LinkPages(LinkVisit visit, Forms forms) {
        this.visit = visit;
        this.forms = forms;
    }

    @GetMapping
    String look(
            @PathVariable String token,
            @RequestParam(name = "sent", defaultValue = "") String sent,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("sent", !sent.isEmpty());
        return page(token, forms.start(Map.of("answer", "confirm")), model, response);
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = forms.read(typed);
        var secret = LinkSecret.read(token);
        var answer = AnswerForm.read(form);
        var done =
                secret.isPresent()
                        && answer.isPresent()
                        && Tenancy.<Boolean>call(
                                secret.get().district(),
                                null,
                                () ->
                                        forms.done(
                                                form,
                                                request,
                                                () -> visit.answer(secret.get(), answer.get())));
        if (!done) {
            forms.again(form, model, response);
            return page(token, form, model, response);
        }
        return "redirect:/l/" + token;
    }

    @PostMapping("/neu")
    String renew(@PathVariable String token, Model model, HttpServletResponse response) {
        var secret = LinkSecret.read(token);
        if (secret.flatMap(this::seen).isEmpty()) {
            return page(token, forms.start(Map.of()), model, response);
        }
        Tenancy.run(secret.get().district(), () -> visit.renew(secret.get()));
        return "redirect:/l/" + token + "?sent=1";
    }

    private String page(String token, FormInput form, Model model, HttpServletResponse response) {
        var seen = LinkSecret.read(token).flatMap(this::seen);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        // The address must not travel to other hosts; no-referrer would hide the origin of the
        // form.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (seen.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("seen", seen.orElse(null));
        model.addAttribute("state", seen.map(it -> it.state().name()).orElse("UNKNOWN"));
        if (!model.containsAttribute("sent")) {
            model.addAttribute("sent", false);
        }
        model.addAttribute("token", token);
        model.addAttribute("form", form);
        model.addAttribute("answers", AnswerForm.options(forms));
        model.addAttribute("crumbs", List.of(Crumb.here(forms.text("stakeholder.link.title"))));
        return "stakeholder/link";
    }

    private Optional<LinkVisit.Seen> seen(LinkSecret secret) {
        return Tenancy.<Optional<LinkVisit.Seen>>call(
                secret.district(), null, () -> visit.look(secret));
    }
}
