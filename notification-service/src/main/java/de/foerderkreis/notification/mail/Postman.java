package de.foerderkreis.notification.mail;

import de.foerderkreis.notification.delivery.Reason;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands letters to the mail server over one connection and says what became of each. Used by one
 * thread at a time.
 */
final class Postman implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int PERMANENT = 500;

    private final MailSettings settings;
    private final Session session;
    private final SmtpConversation conversation;

    /**
     * @param session of {@link #session}, which many postmen may share
     */
    Postman(MailSettings settings, Session session) {
        this.settings = settings;
        this.session = session;
        this.conversation = new SmtpConversation(session);
    }

    /** Settings of the connections; reads its providers from every archive, so make it once. */
    static Session session(MailSettings settings) {
        return Session.getInstance(properties(settings));
    }

    Outcome hand(Letter letter) {
        Message mail;
        try {
            mail = compose(letter);
        } catch (MessagingException | UnsupportedEncodingException badAddress) {
            return new Outcome.Refused(
                    SmtpConversation.withoutAddresses(String.valueOf(badAddress.getMessage())));
        }
        try {
            connect();
        } catch (MessagingException unreachable) {
            return new Outcome.NotSent(Reason.NO_CONNECTION, text(unreachable));
        }
        try {
            conversation.hand(mail);
            return new Outcome.Accepted(conversation.lastReply());
        } catch (MessagingException failure) {
            var outcome = outcome(failure);
            // After a failure the state of the conversation is not worth guessing.
            close();
            return outcome;
        }
    }

    @Override
    public void close() {
        try {
            conversation.close();
        } catch (MessagingException alreadyGone) {
            log.debug("The mail server had closed the connection", alreadyGone);
        }
    }

    private void connect() throws MessagingException {
        if (conversation.isConnected()) {
            return;
        }
        conversation.connect(
                settings.host(),
                settings.port(),
                settings.hasLogin() ? settings.username() : null,
                settings.hasLogin() ? settings.password() : null);
    }

    private Outcome outcome(MessagingException failure) {
        var code = replyCode(failure);
        if (code >= PERMANENT) {
            return new Outcome.Refused(conversation.lastReply());
        }
        if (code > 0) {
            return new Outcome.NotSent(Reason.TEMPORARY_REFUSAL, conversation.lastReply());
        }
        return conversation.endSent()
                ? new Outcome.Unclear(text(failure))
                : new Outcome.NotSent(Reason.NO_CONNECTION, text(failure));
    }

    /** The server's code for what it refused; 0 if it said nothing. */
    private static int replyCode(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSenderFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused when refused.getReturnCode() > 0 ->
                    refused.getReturnCode();
            case SendFailedException several when several.getNextException() != null ->
                    replyCode(several.getNextException());
            default -> 0;
        };
    }

    private Message compose(Letter letter) throws MessagingException, UnsupportedEncodingException {
        var mail =
                new StableMessage(
                        session, "<" + letter.deliveryId() + "@" + settings.domain() + ">");
        var from = new InternetAddress(settings.from());
        if (from.getPersonal() != null) {
            from.setPersonal(from.getPersonal(), StandardCharsets.UTF_8.name());
        }
        mail.setFrom(from);
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        mail.setSubject(letter.words().subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(new Date());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", letter.language());
        if (letter.attempt() > 1) {
            mail.setHeader("X-Foerderkreis-Attempt", String.valueOf(letter.attempt()));
        }
        if (letter.unsubscribe() != null) {
            mail.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
        }
        var text = new MimeBodyPart();
        text.setText(letter.words().text(), StandardCharsets.UTF_8.name());
        var html = new MimeBodyPart();
        html.setContent(letter.words().html(), "text/html; charset=UTF-8");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        return mail;
    }

    private static String text(Throwable failure) {
        return SmtpConversation.withoutAddresses(String.valueOf(failure.getMessage()));
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        properties.setProperty("mail.smtp.timeout", millis(settings.readTimeout()));
        properties.setProperty("mail.smtp.writetimeout", millis(settings.readTimeout()));
        properties.setProperty("mail.smtp.auth", String.valueOf(settings.hasLogin()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // One recipient per mail, and the name of this machine is nobody's business.
        properties.setProperty("mail.smtp.localhost", "localhost");
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** Keeps its Message-ID, so that a mail sent again is recognised as the same. */
    private static final class StableMessage extends MimeMessage {

        private final String id;

        StableMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
