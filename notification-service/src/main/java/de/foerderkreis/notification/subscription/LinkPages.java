package de.foerderkreis.notification.subscription;

import de.foerderkreis.notification.subscription.LinkVisit.Seen;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.Wording;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.security.PublicEndpoint;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the link in a partner's mail. The link is the key: no account, no name, and
 * opening it changes nothing.
 */
@Controller
@RequestMapping("/l/n/{token}")
@PublicEndpoint
class LinkPages {

    private final LinkVisit visit;
    private final Links links;
    private final Wording wording;
    private final MessageSource messages;

    LinkPages(LinkVisit visit, Links links, Wording wording, MessageSource messages) {
        this.visit = visit;
        this.links = links;
        this.wording = wording;
        this.messages = messages;
    }

    @GetMapping
    String look(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String sent,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        var link = read(token);
        var seen = Tenancy.<Seen>call(link.district(), null, () -> visit.look(link.link()));
        model.addAttribute("seen", seen);
        model.addAttribute("options", options(seen, locale));
        model.addAttribute("chosen", seen.chosen().stream().map(Enum::name).toList());
        model.addAttribute("sent", !sent.isEmpty());
        model.addAttribute(
                "crumbs",
                List.of(Crumb.here(messages.getMessage("notification.link.title", null, locale))));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        // The address is a key; it must not travel on to whatever is clicked here.
        response.setHeader("Referrer-Policy", "no-referrer");
        return "notification/link";
    }

    @PostMapping(params = "action=choose")
    String choose(
            @PathVariable String token,
            @RequestParam(name = "notice", required = false) Set<Notice> wanted) {
        var link = read(token);
        var chosen = wanted == null ? Set.<Notice>of() : wanted;
        Tenancy.run(link.district(), () -> visit.choose(link.link(), chosen));
        return "redirect:/l/n/" + token;
    }

    @PostMapping(params = "action=end")
    String end(@PathVariable String token) {
        var link = read(token);
        Tenancy.run(link.district(), () -> visit.end(link.link()));
        return "redirect:/l/n/" + token;
    }

    @PostMapping(params = "action=renew")
    String renew(@PathVariable String token) {
        var link = read(token);
        Tenancy.run(link.district(), () -> visit.renew(link.link()));
        return "redirect:/l/n/" + token + "?sent=1";
    }

    private LinkToken read(String token) {
        return links.read(token).orElseThrow(() -> Problem.notFound("link"));
    }

    private Map<String, String> options(Seen seen, Locale locale) {
        var options = new LinkedHashMap<String, String>();
        seen.offered().forEach(it -> options.put(it.name(), wording.name(it, locale)));
        return options;
    }
}
