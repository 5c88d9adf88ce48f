package de.foerderkreis.notification.preference;

import de.foerderkreis.notification.preference.Preferences.Item;
import de.foerderkreis.notification.preference.Preferences.Settings;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.Wording;
import de.foerderkreis.platform.tenancy.Callers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        return view(
                preferences.set(Callers.require(), change.version(), items, change.daily()),
                locale);
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
                        .toList(),
                settings.daily());
    }

    /**
     * What is set; {@code version} goes back with a change.
     *
     * @param daily the functions that get their mails once a day
     */
    record View(long version, List<ItemView> items, List<Function> daily) {}

    record ItemView(
            Function function,
            Notice notice,
            String channel,
            boolean enabled,
            boolean mandatory,
            String title) {}

    /** A change; items and digests not named stay. */
    record Change(
            long version,
            @NotNull List<@Valid ChangedItem> items,
            @Nullable List<@Valid ChangedDigest> digests) {

        Map<Function, Boolean> daily() {
            var daily = new EnumMap<Function, Boolean>(Function.class);
            if (digests != null) {
                digests.forEach(it -> daily.put(it.function(), it.daily()));
            }
            return daily;
        }
    }

    record ChangedDigest(@NotNull Function function, boolean daily) {}

    record ChangedItem(@NotNull Function function, @NotNull Notice notice, boolean enabled) {}
}
