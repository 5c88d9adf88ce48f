package de.foerderkreis.notification.worklist;

import de.foerderkreis.platform.security.PublicEndpoint;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the work list of whoever is signed in, or an introduction for everybody else. */
@Controller
class HomePage {

    private final Home home;
    private final FirstSteps firstSteps;

    HomePage(Home home, FirstSteps firstSteps) {
        this.firstSteps = firstSteps;
        this.home = home;
    }

    @PublicEndpoint
    @GetMapping("/")
    String show(Model model, Locale locale) {
        model.addAttribute("crumbs", List.of());
        return Callers.current()
                .map(it -> ofMine(it, model, locale))
                .orElse("notification/welcome");
    }

    private String ofMine(Caller caller, Model model, Locale locale) {
        model.addAttribute("home", home.of(caller, locale));
        model.addAttribute("caller", caller);
        model.addAttribute("empty", EmptyState.of(caller));
        model.addAttribute("firstSteps", firstSteps.of(caller));
        return "notification/home";
    }
}
