package de.foerderkreis.notification.inbox;

import de.foerderkreis.platform.tenancy.Callers;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The portal inbox of the caller's functions. */
@RestController
@RequestMapping("/api/notification/v1/inbox")
class InboxController {

    private final Inbox inbox;
    private final InboxView view;

    InboxController(Inbox inbox, InboxView view) {
        this.inbox = inbox;
        this.view = view;
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping
    InboxView.Messages messages(Locale locale) {
        return view.of(Callers.require(), locale);
    }

    @PreAuthorize("isAuthenticated()")
    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id) {
        inbox.read(Callers.require(), id);
    }

    @PreAuthorize("isAuthenticated()")
    @PostMapping("/read-all")
    Read readAll() {
        return new Read(inbox.readAll(Callers.require()));
    }

    /** How many messages this read. */
    record Read(int read) {}
}
