package de.foerderkreis.notification.inbox;

import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox as a page: unread first, each message can be marked as read. */
@Controller
@RequestMapping("/nachrichten")
class InboxPages {

    private final Inbox inbox;
    private final InboxView view;
    private final MessageSource messages;

    InboxPages(Inbox inbox, InboxView view, MessageSource messages) {
        this.inbox = inbox;
        this.view = view;
        this.messages = messages;
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping
    String show(Model model, Locale locale) {
        var caller = Callers.require();
        var seen = view.of(caller, locale);
        model.addAttribute("deliveryView", caller.has("CLERK") || caller.has("ADMIN"));
        model.addAttribute("inbox", seen);
        model.addAttribute(
                "unread", seen.messages().stream().filter(it -> it.readAt() == null).toList());
        model.addAttribute(
                "read", seen.messages().stream().filter(it -> it.readAt() != null).toList());
        model.addAttribute(
                "crumbs",
                List.of(Crumb.here(messages.getMessage("notification.inbox.title", null, locale))));
        return "notification/inbox";
    }

    /**
     * How many are unread, as the piece of HTML the head of other services' pages takes in; without
     * scripts those pages do without the number.
     */
    @PreAuthorize("isAuthenticated()")
    @GetMapping("/ungelesen")
    String unread(Model model) {
        model.addAttribute("count", inbox.unread(Callers.require()));
        return "notification/unread";
    }

    @PreAuthorize("isAuthenticated()")
    @PostMapping("/{id}/gelesen")
    String read(@PathVariable UUID id) {
        inbox.read(Callers.require(), id);
        return "redirect:/nachrichten";
    }

    @PreAuthorize("isAuthenticated()")
    @PostMapping("/alle-gelesen")
    String readAll(RedirectAttributes redirect, Locale locale) {
        var count = inbox.readAll(Callers.require());
        redirect.addFlashAttribute(
                "saved",
                messages.getMessage("notification.inbox.read.done", new Object[] {count}, locale));
        return "redirect:/nachrichten";
    }
}
