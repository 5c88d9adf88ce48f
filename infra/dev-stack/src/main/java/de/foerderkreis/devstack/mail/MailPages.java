package de.foerderkreis.devstack.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The mails for people: a list and one page per mail. Whatever a mail contains is escaped or shown
 * without rights.
 */
final class MailPages implements HttpHandler {

    /**
     * A formatted mail may have styles of its own, and nothing else: no script, no request to
     * anyone.
     */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.GERMAN)
                    .withZone(ZoneId.of("Europe/Berlin"));

    private final MailStore store;

    MailPages(MailStore store) {
        this.store = store;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!Answer.isMeantForUs(exchange) || !exchange.getRequestMethod().equals("GET")) {
            Answer.notFound().to(exchange);
            return;
        }
        try {
            answer(exchange.getRequestURI()).to(exchange);
        } catch (MessagingException e) {
            Answer.of(500, "text/plain", "A stored mail cannot be read: " + e.getMessage())
                    .to(exchange);
        }
    }

    private Answer answer(URI address) throws IOException, MessagingException {
        var path = address.getPath();
        if (path.equals("/")) {
            var before = Wanted.in(address).before();
            return Answer.of(
                    200, "text/html", list(store.before(before, Wanted.PAGE), store.count()));
        }
        if (path.equals("/style.css")) {
            return Answer.of(200, "text/css", resource("style.css"));
        }
        var part = path.split("/");
        if (part.length < 3 || !part[1].equals("mail")) {
            return Answer.notFound();
        }
        var view = part.length == 4 ? part[3] : "";
        return switch (view) {
            case "" ->
                    store.find(part[2])
                            .map(m -> Answer.of(200, "text/html", page(m)))
                            .orElseGet(Answer::notFound);
            case "formatted" ->
                    store.find(part[2])
                            .map(m -> Answer.of(200, "text/html", m.html()).under(MAIL_POLICY))
                            .orElseGet(Answer::notFound);
            case "source" ->
                    store.source(part[2])
                            .map(bytes ->
                                    Answer.of(
                                            200,
                                            "text/plain",
                                            new String(bytes, StandardCharsets.UTF_8)))
                            .orElseGet(Answer::notFound);
            default -> Answer.notFound();
        };
    }

    private static String list(List<StoredMail> mails, int all) {
        if (mails.isEmpty()) {
            return frame(
                    "Postfach",
                    "<p>Noch ist keine Mail angekommen. <span lang=\"en\">No mail has arrived yet.</span></p>");
        }
        var rows = new StringBuilder();
        for (StoredMail mail : mails) {
            rows.append(
                    "<tr><td class=\"date\">%s</td><td>%s</td><td><a href=\"/mail/%s\">%s</a></td></tr>\n"
                            .formatted(
                                    DATE.format(mail.date()),
                                    escaped(String.join(", ", mail.to())),
                                    mail.id(),
                                    escaped(
                                            mail.subject().isBlank()
                                                    ? "(ohne Betreff)"
                                                    : mail.subject())));
        }
        return frame(
                "Postfach",
                """
                <table>
                <caption>%d von %d Mails, die neueste zuerst</caption>
                <thead><tr><th scope="col">Angekommen</th><th scope="col">An</th><th scope="col">Betreff</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                %s
                """
                        .formatted(mails.size(), all, rows, older(mails)));
    }

    private static String older(List<StoredMail> mails) {
        return mails.size() < Wanted.PAGE
                ? "<p><a href=\"/\">Neueste Mails</a></p>"
                : "<p><a href=\"/?before=%s\">Ältere Mails</a></p>".formatted(mails.getLast().id());
    }

    private static String page(StoredMail mail) {
        var body = new StringBuilder();
        body.append("<p><a href=\"/\">Alle Mails</a></p>\n<dl>");
        body.append(entry("Von", mail.from()))
                .append(entry("An", String.join(", ", mail.to())))
                .append(entry("Angekommen", DATE.format(mail.date())))
                .append(entry("Kennung", String.valueOf(mail.messageId())));
        if (!mail.attachments().isEmpty()) {
            body.append(entry("Anlagen", String.join(", ", mail.attachments())));
        }
        body.append("</dl>\n");
        if (!mail.text().isBlank()) {
            body.append("<h2>Text</h2>\n<pre>")
                    .append(withLinks(escaped(mail.text())))
                    .append("</pre>\n");
        }
        if (!mail.html().isBlank()) {
            body.append(
                            "<h2>Formatiert</h2>\n<iframe sandbox title=\"Formatierte Fassung\" src=\"/mail/")
                    .append(mail.id())
                    .append("/formatted\"></iframe>\n");
        }
        body.append("<p><a href=\"/mail/").append(mail.id()).append("/source\">Quelltext</a></p>");
        return frame(mail.subject(), body.toString());
    }

    private static String entry(String name, String value) {
        return "<dt>" + name + "</dt><dd>" + escaped(value) + "</dd>";
    }

    /** Makes the portal's links in escaped text clickable. */
    private static String withLinks(String escaped) {
        return escaped.replaceAll(
                "(http://(?:localhost|127\\.0\\.0\\.1)[^\\s<>\"]*[^\\s<>\".,;)])",
                "<a href=\"$1\" rel=\"noreferrer\">$1</a>");
    }

    private static String frame(String title, String body) {
        return """
        <!doctype html>
        <html lang="de">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s – Förderkreis-Postfach (Demo)</title><link rel="stylesheet" href="/style.css"></head>
        <body><main><h1>%1$s</h1>
        %2$s
        </main></body>
        </html>
        """
                .formatted(escaped(title), body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream bytes = MailPages.class.getResourceAsStream("/mailbox/" + name)) {
            return bytes == null ? "" : new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
