package de.foerderkreis.notification.preference;

import de.foerderkreis.notification.preference.Preferences.Item;
import de.foerderkreis.notification.preference.Preferences.Settings;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.Wording;
import de.foerderkreis.platform.tenancy.Callers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller's functions want by mail. */
@RestController
@RequestMapping("/api/notification/v1/preferences")
class PreferenceController {

    private final Preferences preferences;
    private final Wording wording;

    PreferenceController(Preferences preferences, Wording wording) {
        this.preferences = preferences;
        this.wording = wording;
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping
    View show(Locale locale) {
        return view(preferences.of(Callers.require()), locale);
    }

    @PreAuthorize("isAuthenticated()")
    @PutMapping
    View change(@Valid @RequestBody Change change, Locale locale) {
        var items =
                change.items().stream()
                        .map(it ->
                                new Item(
                                        it.function(),
                                        it.notice(),
                                        it.enabled(),
                                        it.notice().isMandatory()))
                        .toList();
        return view(preferences.set(Callers.require(), change.version(), items), locale);
    }

    private View view(Settings settings, Locale locale) {
        return new View(
                settings.version(),
                settings.items().stream()
                        .map(it ->
                                new ItemView(
                                        it.function(),
                                        it.notice(),
                                        "MAIL",
                                        it.enabled(),
                                        it.mandatory(),
                                        wording.name(it.notice(), locale)))
                        .toList());
    }

    /** What is set; {@code version} goes back with a change. */
    record View(long version, List<ItemView> items) {}

    record ItemView(
            Function function,
            Notice notice,
            String channel,
            boolean enabled,
            boolean mandatory,
            String title) {}

    /** A change; items not named stay. */
    record Change(long version, @NotNull List<@Valid ChangedItem> items) {}

    record ChangedItem(@NotNull Function function, @NotNull Notice notice, boolean enabled) {}
}
