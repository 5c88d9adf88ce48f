package de.foerderkreis.notification.search;

import de.foerderkreis.platform.tenancy.Callers;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search for scripts. */
@RestController
class SearchController {

    private final SearchView view;

    SearchController(SearchView view) {
        this.view = view;
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping("/api/notification/v1/search")
    SearchView.Results find(@RequestParam(defaultValue = "") String q, Locale locale) {
        return view.find(q, Callers.require(), locale);
    }
}
