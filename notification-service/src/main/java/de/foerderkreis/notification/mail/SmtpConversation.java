package de.foerderkreis.notification.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that remembers whether the end of a mail was already on its way: before that a
 * failure means that nothing was accepted, after it nobody knows.
 */
final class SmtpConversation extends SMTPTransport {

    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]+@[^\\s<>]+>?");
    private static final int REPLY_LENGTH = 200;

    private boolean endSent;

    SmtpConversation(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** Hands over one mail. */
    void hand(Message mail) throws MessagingException {
        endSent = false;
        sendMessage(mail, mail.getAllRecipients());
    }

    /** Whether the last mail may have been accepted although no answer came. */
    boolean endSent() {
        return endSent;
    }

    /** The server's last answer, without addresses and short enough to keep. */
    String lastReply() {
        var reply = getLastServerResponse();
        return reply == null ? "" : withoutAddresses(reply);
    }

    static String withoutAddresses(String text) {
        var safe = ADDRESS.matcher(text.strip()).replaceAll("…");
        return safe.length() <= REPLY_LENGTH ? safe : safe.substring(0, REPLY_LENGTH);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        endSent = true;
        super.finishData();
    }
}
