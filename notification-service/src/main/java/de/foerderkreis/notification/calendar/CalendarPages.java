package de.foerderkreis.notification.calendar;

import de.foerderkreis.notification.calendar.CalendarFeeds.Feed;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.security.PublicEndpoint;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The feed by its address, the same as a download, and the buttons of the settings. */
@Controller
class CalendarPages {

    private static final String SETTINGS = "redirect:/nachrichten/einstellungen";
    private static final MediaType ICS =
            new MediaType("text", "calendar", Map.of("charset", "UTF-8", "method", "PUBLISH"));

    private final CalendarFeeds feeds;
    private final CalendarBook book;
    private final CalendarWriter writer;
    private final MessageSource messages;

    CalendarPages(
            CalendarFeeds feeds, CalendarBook book, CalendarWriter writer, MessageSource messages) {
        this.feeds = feeds;
        this.book = book;
        this.writer = writer;
        this.messages = messages;
    }

    /** For calendar programs, which do not sign in: whoever has the address reads it. */
    @PublicEndpoint
    @GetMapping("/l/n/kalender/{token}.ics")
    ResponseEntity<String> feed(@PathVariable String token) {
        var address = feeds.read(token).orElseThrow(() -> Problem.notFound("calendar-feed"));
        return Tenancy.<ResponseEntity<String>>call(
                address.district(),
                null,
                () ->
                        answer(
                                feeds.find(address.link())
                                        .orElseThrow(() -> Problem.notFound("calendar-feed"))));
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping("/kalender.ics")
    ResponseEntity<String> download(Locale locale) {
        var caller = Callers.require();
        if (caller.district() == null) {
            throw Problem.notFound("calendar-feed");
        }
        return answer(new Feed(caller.organisation(), List.copyOf(caller.roles()), locale));
    }

    @PreAuthorize("isAuthenticated()")
    @PostMapping("/nachrichten/kalender/neu")
    String renew(RedirectAttributes redirect, Locale locale) {
        var caller = Callers.require();
        if (caller.district() == null) {
            throw Problem.notFound("calendar-feed");
        }
        feeds.renew(caller, locale);
        redirect.addFlashAttribute("saved", text("notification.calendar.made", locale));
        return SETTINGS;
    }

    @PreAuthorize("isAuthenticated()")
    @PostMapping("/nachrichten/kalender/widerrufen")
    String revoke(RedirectAttributes redirect, Locale locale) {
        var caller = Callers.require();
        if (caller.district() == null) {
            throw Problem.notFound("calendar-feed");
        }
        feeds.revoke(caller);
        redirect.addFlashAttribute("saved", text("notification.calendar.revoked", locale));
        return SETTINGS;
    }

    private ResponseEntity<String> answer(Feed feed) {
        return ResponseEntity.ok()
                .contentType(ICS)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"foerderkreis.ics\"")
                .body(writer.write(book.of(feed.organisation(), feed.roles()), feed.language()));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
