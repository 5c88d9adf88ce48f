package de.foerderkreis.notification.template;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts notices into words: subject, text and HTML of a mail, title and text in the portal. */
@Component
public class Wording {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final MessageSource messages;
    private final ITemplateEngine mails;
    private final PortalAddress portal;

    Wording(MessageSource messages, PortalAddress portal) {
        this.messages = messages;
        this.mails = MailTemplates.engine();
        this.portal = portal;
    }

    /** The mail to one addressee in its language. */
    public MailText mail(
            Notice notice, NoticeFacts facts, Addressee addressee, Background background) {
        return mail(notice, facts, addressee, background, List.of());
    }

    /**
     * The mail with further notices in it, each one line with its own link.
     *
     * @param contents of a digest, empty for any other mail
     */
    public MailText mail(
            Notice notice,
            NoticeFacts facts,
            Addressee addressee,
            Background background,
            List<DigestLine> contents) {
        var language = Locale.of(addressee.language());
        var partner = addressee.function().equals("PARTNER_CONTACT");
        var title = title(notice, facts, background, language);
        var path = partner ? null : link(notice, facts);
        var model = new TreeMap<String, @Nullable Object>();
        model.put("language", addressee.language());
        model.put(
                "salutation",
                Salutation.of(
                        addressee.salutation(), addressee.function(), addressee.name(), language));
        model.put("intro", intro(background, language));
        model.put("text", text(notice, partner, facts, background, language));
        model.put("reference", background.fileReference());
        model.put("due", facts.dueOn() == null ? null : day(facts.dueOn(), language));
        model.put(
                "action",
                path == null
                        ? null
                        : message("notification.notice." + notice + ".action", language));
        model.put("link", path == null ? null : portal.of(path));
        model.put("offered", background.offered().stream().map(it -> name(it, language)).toList());
        model.put("contents", contents.stream().map(it -> line(it, language)).toList());
        model.put("oneTimeLink", background.link() == null ? null : portal.of(background.link()));
        model.put("oneTimeAction", message("notification.mail.link." + linkKind(notice), language));
        model.put("oneTimeHint", linkHint(notice, background, language));
        model.put("footer", footer(notice, partner, language));
        model.put(
                "settings",
                partner || !(notice.isChoice() || notice == Notice.DAILY_DIGEST)
                        ? null
                        : portal.of("/nachrichten/einstellungen"));
        model.put(
                "sender",
                background.sender() == null
                        ? message("notification.mail.sender", language)
                        : background.sender());
        model.put("labelReference", message("notification.mail.reference", language));
        model.put("labelDue", message("notification.mail.due", language));
        model.put("dueEnd", message("notification.mail.due.end", language));
        model.put("labelSettings", message("notification.mail.settings", language));
        model.put("closing", message("notification.mail.closing", language));
        var context = new Context(language, model);
        return new MailText(
                subject(title, background),
                mails.process("notice.txt", context),
                mails.process("notice.html", context));
    }

    private Line line(DigestLine content, Locale language) {
        var path = link(content.notice(), content.facts());
        return new Line(
                subject(
                        title(content.notice(), content.facts(), content.background(), language),
                        content.background()),
                path == null ? null : portal.of(path));
    }

    /** The same notice for somebody who is signed in. */
    public PortalText portal(
            Notice notice,
            NoticeFacts facts,
            String function,
            Background background,
            Locale language) {
        var partner = function.equals("PARTNER_CONTACT");
        return new PortalText(
                title(notice, facts, background, language),
                text(notice, partner, facts, background, language),
                background.fileReference(),
                partner ? null : link(notice, facts),
                message("notification.notice." + notice + ".action", language));
    }

    /** The name of a kind of notice, as in the settings. */
    public String name(Notice notice, Locale language) {
        return message("notification.notice." + notice + ".name", language);
    }

    private String title(Notice notice, NoticeFacts facts, Background background, Locale language) {
        return message(
                "notification.notice." + notice + ".title",
                language,
                arguments(facts, background, language));
    }

    private String text(
            Notice notice,
            boolean partner,
            NoticeFacts facts,
            Background background,
            Locale language) {
        var key =
                "notification.notice."
                        + notice
                        + variant(notice, facts)
                        + (partner ? ".partner" : "")
                        + ".text";
        var plain = "notification.notice." + notice + ".text";
        var arguments = arguments(facts, background, language);
        var special = messages.getMessage(key, arguments, null, language);
        return special == null ? message(plain, language, arguments) : special;
    }

    private static String variant(Notice notice, NoticeFacts facts) {
        if (notice == Notice.EXTENSION_DECIDED && facts.dueOn() == null) {
            return ".refused";
        }
        return facts.late() ? ".late" : "";
    }

    private String intro(Background background, Locale language) {
        return background.caseTitle() == null
                ? message("notification.mail.intro", language)
                : message("notification.mail.intro.case", language, background.caseTitle());
    }

    private String footer(Notice notice, boolean partner, Locale language) {
        if (!notice.isChoice()) {
            return message("notification.mail.footer.service", language);
        }
        if (partner) {
            return message("notification.mail.footer.partner", language);
        }
        return message(
                notice.isMandatory()
                        ? "notification.mail.footer.mandatory"
                        : "notification.mail.footer.choice",
                language);
    }

    private @Nullable String linkHint(Notice notice, Background background, Locale language) {
        return background.linkValidTo() == null
                ? null
                : message(
                        notice == Notice.COOPERATION_INVITATION
                                ? "notification.mail.link.hint.cooperation"
                                : "notification.mail.link.hint",
                        language,
                        day(background.linkValidTo(), language));
    }

    private static String linkKind(Notice notice) {
        return switch (notice) {
            case SUBSCRIPTION_CONFIRMATION -> "confirm";
            case COOPERATION_INVITATION -> "cooperation";
            default -> "manage";
        };
    }

    private static String subject(String title, Background background) {
        return background.fileReference() == null
                ? title
                : "[" + background.fileReference() + "] " + title;
    }

    /** The path a notice leads to; one-time links are not a matter of the notice. */
    private static @Nullable String link(Notice notice, NoticeFacts facts) {
        return switch (notice.target()) {
            case STATEMENT ->
                    facts.roundId() == null
                            ? null
                            : "/beteiligung/" + facts.roundId() + "/stellungnahme";
            case ROUND -> facts.roundId() == null ? null : "/beteiligung/" + facts.roundId();
            case CASE -> facts.caseId() == null ? null : "/vorhaben/" + facts.caseId();
            case PAGE -> facts.page();
            case LINK -> null;
        };
    }

    private Object[] arguments(NoticeFacts facts, Background background, Locale language) {
        var title = facts.title() != null ? facts.title() : background.caseTitle();
        return new Object[] {
            title == null ? message("notification.mail.unnamed", language) : title,
            facts.dueOn() == null ? "" : day(facts.dueOn(), language),
            background.municipalityName() == null
                    ? facts.municipality() == null ? "" : facts.municipality()
                    : background.municipalityName(),
            facts.number() == null ? "" : facts.number(),
            facts.stage() == null ? "" : message("notification.stage." + facts.stage(), language),
            facts.on() == null ? "" : day(facts.on(), language),
            facts.at() == null ? "" : instant(facts.at(), language),
            facts.received() == null ? "" : facts.received(),
            facts.asked() == null ? "" : facts.asked()
        };
    }

    /** A day as the sentences of notices write it. */
    public static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern(
                        english(language) ? "d MMMM yyyy" : "dd.MM.yyyy", language)
                .format(day);
    }

    private static String instant(Instant at, Locale language) {
        var pattern = english(language) ? "d MMMM yyyy, HH:mm:ss" : "dd.MM.yyyy, HH:mm:ss 'Uhr'";
        return DateTimeFormatter.ofPattern(pattern, language).format(at.atZone(ZONE));
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals("en");
    }

    private String message(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /** One line of a digest, as the template shows it. */
    record Line(String title, @Nullable String link) {}
}
