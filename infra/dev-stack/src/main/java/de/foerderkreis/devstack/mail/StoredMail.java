package de.foerderkreis.devstack.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mail as a reader sees it.
 *
 * @param id name of its file without extension; later mails have greater ids
 * @param to recipients of the envelope, which is who really gets it
 * @param date when the server took it
 * @param text plain part, empty if there is none
 * @param html formatted part, empty if there is none
 */
record StoredMail(
        String id,
        @Nullable String messageId,
        String from,
        List<String> to,
        String subject,
        Instant date,
        String text,
        String html,
        List<String> attachments,
        Map<String, String> headers) {

    static final String ENVELOPE_HEADER = "X-Envelope-To";
    static final String RECEIVED_HEADER = "X-Received-At";

    static StoredMail read(Path file) throws IOException, MessagingException {
        var name = file.getFileName().toString();
        try (InputStream bytes = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            var parts = new Parts();
            parts.collect(message);
            return new StoredMail(
                    name.substring(0, name.length() - MailStore.EXTENSION.length()),
                    message.getMessageID(),
                    addresses(message.getFrom()),
                    Arrays.asList(message.getHeader(ENVELOPE_HEADER, ",").split(",")),
                    message.getSubject() == null ? "" : message.getSubject(),
                    Instant.parse(message.getHeader(RECEIVED_HEADER, null)),
                    parts.text.toString(),
                    parts.html.toString(),
                    parts.attachments,
                    headers(message));
        }
    }

    private static String addresses(jakarta.mail.Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : String.join(", ", Arrays.stream(addresses).map(StoredMail::readable).toList());
    }

    private static String readable(jakarta.mail.Address address) {
        try {
            return MimeUtility.decodeText(address.toString());
        } catch (java.io.UnsupportedEncodingException e) {
            return address.toString();
        }
    }

    private static Map<String, String> headers(Message message) throws MessagingException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var all = message.getAllHeaders();
        while (all.hasMoreElements()) {
            var header = all.nextElement();
            headers.merge(header.getName(), header.getValue(), (a, b) -> a + "\n" + b);
        }
        return headers;
    }

    private static final class Parts {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<String> attachments = new ArrayList<>();

        void collect(Part part) throws IOException, MessagingException {
            var content = part.getContent();
            if (part.getFileName() != null) {
                attachments.add(part.getFileName());
            } else if (content instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart inner = several.getBodyPart(i);
                    collect(inner);
                }
            } else if (content instanceof String body) {
                (part.isMimeType("text/html") ? html : text).append(body);
            }
        }
    }
}
