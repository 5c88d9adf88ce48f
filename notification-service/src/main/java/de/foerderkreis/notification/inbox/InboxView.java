package de.foerderkreis.notification.inbox;

import de.foerderkreis.notification.inbox.Inbox.Message;
import de.foerderkreis.notification.reference.Backgrounds;
import de.foerderkreis.notification.template.Wording;
import de.foerderkreis.platform.tenancy.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The inbox in words, in the reader's language. */
@Component
class InboxView {

    private final Inbox inbox;
    private final Backgrounds backgrounds;
    private final Wording wording;

    InboxView(Inbox inbox, Backgrounds backgrounds, Wording wording) {
        this.inbox = inbox;
        this.backgrounds = backgrounds;
        this.wording = wording;
    }

    Messages of(Caller caller, Locale language) {
        var messages = inbox.messages(caller);
        if (messages.isEmpty()) {
            return new Messages(0, List.of());
        }
        var known = backgrounds.of(messages.stream().map(Message::facts).toList());
        var entries =
                messages.stream()
                        .map(it -> {
                            var words =
                                    wording.portal(
                                            it.notice(),
                                            it.facts(),
                                            it.function().name(),
                                            known.apply(it.facts()),
                                            language);
                            return new Entry(
                                    it.id(),
                                    it.notice().name(),
                                    it.function().name(),
                                    words.title(),
                                    words.text(),
                                    words.reference(),
                                    words.link(),
                                    words.action(),
                                    it.facts().dueOn(),
                                    it.facts().caseId(),
                                    it.facts().roundId(),
                                    it.facts().municipality(),
                                    it.createdAt(),
                                    it.readAt());
                        })
                        .toList();
        return new Messages(inbox.unread(caller), entries);
    }

    /**
     * @param unread of all messages, also those beyond the list's limit
     */
    record Messages(int unread, List<Entry> messages) {}

    /**
     * One message.
     *
     * @param municipality AGS of the town it is about
     * @param readAt when this person read it; absent while unread
     */
    record Entry(
            UUID id,
            String notice,
            String function,
            String title,
            String text,
            @Nullable String reference,
            @Nullable String link,
            String action,
            @Nullable LocalDate dueOn,
            @Nullable UUID caseId,
            @Nullable UUID roundId,
            @Nullable String municipality,
            Instant createdAt,
            @Nullable Instant readAt) {}
}
