package de.foerderkreis.notification.search;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search as a page; what was looked for stands in the address. */
@Controller
class SearchPage {

    private final SearchView view;
    private final MessageSource messages;

    SearchPage(SearchView view, MessageSource messages) {
        this.view = view;
        this.messages = messages;
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping("/suche")
    String show(@RequestParam(defaultValue = "") String q, Model model, Locale locale) {
        model.addAttribute("q", q);
        model.addAttribute("found", view.find(q, Callers.require(), locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.here(
                                messages.getMessage("notification.search.title", null, locale))));
        return "notification/search";
    }
}
