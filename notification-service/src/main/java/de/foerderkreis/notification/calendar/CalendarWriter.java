package de.foerderkreis.notification.calendar;

import de.foerderkreis.notification.template.PortalAddress;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a feed into words; nothing in it names a person. */
@Component
class CalendarWriter {

    private final MessageSource messages;
    private final PortalAddress portal;

    CalendarWriter(MessageSource messages, PortalAddress portal) {
        this.messages = messages;
        this.portal = portal;
    }

    String write(List<CalendarEntry> entries, Locale language) {
        var ics =
                new Ics()
                        .line("BEGIN", "VCALENDAR")
                        .line("VERSION", "2.0")
                        .line("PRODID", "-//Foerderkreis//notification-service//DE")
                        .line("CALSCALE", "GREGORIAN")
                        .line("METHOD", "PUBLISH")
                        .text("X-WR-CALNAME", text("notification.calendar.name", language))
                        .line("X-WR-TIMEZONE", "Europe/Berlin")
                        .line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
                        .line("X-PUBLISHED-TTL", "PT6H");
        entries.forEach(it -> write(it, ics, language));
        return ics.line("END", "VCALENDAR").toString();
    }

    private void write(CalendarEntry entry, Ics ics, Locale language) {
        var address = portal.of(entry.link());
        ics.line("BEGIN", "VEVENT")
                .line("UID", entry.uid() + "@" + Tenancy.district() + ".foerderkreis")
                .instant("DTSTAMP", entry.changedAt())
                .instant("LAST-MODIFIED", entry.changedAt())
                .line("SEQUENCE", String.valueOf(entry.sequence()))
                .day("DTSTART", entry.day())
                .day("DTEND", entry.day().plusDays(1))
                .text(
                        "SUMMARY",
                        text("notification.calendar." + entry.kind(), language, entry.title()))
                .text("DESCRIPTION", text("notification.calendar.description", language, address))
                .line("URL", address)
                .line("TRANSP", "TRANSPARENT")
                .line("END", "VEVENT");
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
