package de.foerderkreis.devstack.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import jakarta.mail.MessagingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a sender "250 OK" only when the mail is on disk. */
final class StoringSmtpManager extends SmtpManager {

    private static final Logger log = LoggerFactory.getLogger(StoringSmtpManager.class);

    private final MailStore store;
    private final Hold hold;

    StoringSmtpManager(Managers managers, MailStore store, Hold hold) {
        super(managers.getImapHostManager(), managers.getUserManager());
        this.store = store;
        this.hold = hold;
    }

    /**
     * Runs after the last line of the mail and before the answer; a returned line is the refusal.
     */
    @Override
    public @Nullable String checkData(SmtpState state) {
        var message = state.getMessage();
        try {
            store.add(
                    message.getMessage(),
                    message.getToAddresses().stream().map(MailAddress::getEmail).sorted().toList());
        } catch (IOException | MessagingException e) {
            log.error("A mail could not be stored", e);
            return "451 Requested action aborted: the mail could not be stored";
        }
        hold.pass();
        return null;
    }

    /** There are no mailboxes beside the folder: nothing is left to deliver. */
    @Override
    public synchronized void send(SmtpState state) {}
}
