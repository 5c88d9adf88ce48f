package de.foerderkreis.notification.preference;

import de.foerderkreis.notification.calendar.CalendarFeeds;
import de.foerderkreis.notification.preference.Preferences.Item;
import de.foerderkreis.notification.preference.Preferences.Settings;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.rhythm.RhythmSettings;
import de.foerderkreis.notification.template.Wording;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings as a form: one checkbox per kind of notice. */
@Controller
@RequestMapping("/nachrichten/einstellungen")
class PreferencePages {

    private final Preferences preferences;
    private final Wording wording;
    private final CalendarFeeds feeds;
    private final RhythmSettings rhythms;
    private final MessageSource messages;

    PreferencePages(
            Preferences preferences,
            Wording wording,
            CalendarFeeds feeds,
            RhythmSettings rhythms,
            MessageSource messages) {
        this.feeds = feeds;
        this.rhythms = rhythms;
        this.preferences = preferences;
        this.wording = wording;
        this.messages = messages;
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping
    String show(Model model, Locale locale) {
        var caller = Callers.require();
        var settings = preferences.of(caller);
        model.addAttribute("withCalendar", caller.district() != null);
        model.addAttribute(
                "calendar", caller.district() == null ? null : feeds.address(caller).orElse(null));
        model.addAttribute("version", settings.version());
        model.addAttribute("morning", rhythms.of(caller.district()).morning());
        model.addAttribute("groups", groups(settings, locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(
                                messages.getMessage("notification.inbox.title", null, locale),
                                "/nachrichten"),
                        Crumb.here(
                                messages.getMessage("notification.settings.title", null, locale))));
        return "notification/settings";
    }

    /**
     * A checkbox that is not ticked is not sent: everything that is a choice and does not come is
     * off.
     */
    @PreAuthorize("isAuthenticated()")
    @PostMapping
    String save(
            @RequestParam long version,
            @RequestParam(name = "mail", required = false) Set<String> ticked,
            @RequestParam(name = "daily", required = false) Set<Function> daily,
            RedirectAttributes redirect,
            Locale locale) {
        var caller = Callers.require();
        var wanted = ticked == null ? Set.<String>of() : ticked;
        var asked = preferences.of(caller).items();
        var digests = new EnumMap<Function, Boolean>(Function.class);
        asked.forEach(
                it -> digests.put(it.function(), daily != null && daily.contains(it.function())));
        var items =
                asked.stream()
                        .filter(it -> !it.mandatory())
                        .map(it ->
                                new Item(
                                        it.function(),
                                        it.notice(),
                                        wanted.contains(key(it)),
                                        false))
                        .toList();
        preferences.set(caller, version, items, digests);
        redirect.addFlashAttribute(
                "saved", messages.getMessage("notification.settings.saved", null, locale));
        return "redirect:/nachrichten/einstellungen";
    }

    private List<Group> groups(Settings settings, Locale locale) {
        var items = settings.items();
        return items.stream()
                .map(Item::function)
                .distinct()
                .map(function ->
                        new Group(
                                function,
                                functionName(function, locale),
                                settings.daily().contains(function),
                                items.stream()
                                        .filter(it -> it.function() == function)
                                        .map(it ->
                                                new Line(
                                                        key(it),
                                                        wording.name(it.notice(), locale),
                                                        it.enabled(),
                                                        it.mandatory()))
                                        .toList()))
                .toList();
    }

    private String functionName(Function function, Locale locale) {
        return messages.getMessage("notification.function." + function, null, locale);
    }

    private static String key(Item item) {
        return item.function() + "." + item.notice();
    }

    record Group(Function key, String function, boolean daily, List<Line> lines) {}

    record Line(String key, String name, boolean enabled, boolean mandatory) {}
}
