package de.foerderkreis.notification.mail;

import de.foerderkreis.notification.delivery.LeasedMail;
import de.foerderkreis.notification.delivery.MailJob;
import de.foerderkreis.notification.delivery.MailLedger;
import de.foerderkreis.notification.delivery.Reason;
import de.foerderkreis.platform.tenancy.Tenancy;
import jakarta.mail.Session;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works off one batch: every step commits by itself, and while the mail server is called there is
 * neither a transaction nor a connection to the database.
 */
@Component
class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final MailLedger ledger;
    private final Composer composer;
    private final MailSettings settings;
    private final Session session;
    private final AcceptanceWindow window;

    Dispatch(MailLedger ledger, Composer composer, MailSettings settings, AcceptanceWindow window) {
        this.ledger = ledger;
        this.composer = composer;
        this.settings = settings;
        this.session = Postman.session(settings);
        this.window = window;
    }

    /** Answers how many mails it found due. */
    int batch() {
        var leased = ledger.lease(settings.batch());
        if (leased.isEmpty()) {
            return 0;
        }
        try (var postman = new Postman(settings, session)) {
            for (var mail : leased) {
                one(mail, postman);
            }
        }
        return leased.size();
    }

    private void one(LeasedMail mail, Postman postman) {
        var begun =
                Tenancy.<Optional<MailJob>>call(mail.district(), null, () -> ledger.begin(mail));
        if (begun.isEmpty()) {
            return;
        }
        var job = begun.get();
        Letter letter;
        try {
            letter = Tenancy.<Letter>call(mail.district(), null, () -> composer.letter(job));
        } catch (RuntimeException failure) {
            log.error("Delivery {} could not be composed", job.deliveryId(), failure);
            Tenancy.run(mail.district(), () -> ledger.notSent(job, Reason.NOT_COMPOSED, ""));
            return;
        }
        var outcome = postman.hand(letter);
        if (outcome instanceof Outcome.Accepted) {
            window.pass();
        }
        Tenancy.run(mail.district(), () -> record(job, outcome));
    }

    private void record(MailJob job, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted(String reply) -> ledger.accepted(job, reply);
            case Outcome.Refused(String reply) -> ledger.refused(job, reply);
            case Outcome.NotSent(Reason reason, String reply) -> ledger.notSent(job, reason, reply);
            case Outcome.Unclear(String reply) -> ledger.unclear(job, reply);
        }
    }
}
