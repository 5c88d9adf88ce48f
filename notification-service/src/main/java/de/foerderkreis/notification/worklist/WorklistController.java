package de.foerderkreis.notification.worklist;

import de.foerderkreis.platform.tenancy.Callers;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller. */
@RestController
class WorklistController {

    private final Home home;

    WorklistController(Home home) {
        this.home = home;
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping("/api/notification/v1/worklist")
    Home.View worklist(Locale locale) {
        return home.of(Callers.require(), locale);
    }
}
