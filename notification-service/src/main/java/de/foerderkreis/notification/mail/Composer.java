package de.foerderkreis.notification.mail;

import de.foerderkreis.notification.delivery.MailJob;
import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.reference.Backgrounds;
import de.foerderkreis.notification.subscription.Links;
import de.foerderkreis.notification.subscription.Subscriptions;
import de.foerderkreis.notification.template.Addressee;
import de.foerderkreis.notification.template.Background;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.PortalAddress;
import de.foerderkreis.notification.template.Wording;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a mail says and words it. */
@Component
class Composer {

    private final Wording wording;
    private final Backgrounds backgrounds;
    private final Contacts contacts;
    private final Links links;
    private final Subscriptions subscriptions;
    private final PortalAddress portal;

    Composer(
            Wording wording,
            Backgrounds backgrounds,
            Contacts contacts,
            Links links,
            Subscriptions subscriptions,
            PortalAddress portal) {
        this.wording = wording;
        this.backgrounds = backgrounds;
        this.contacts = contacts;
        this.links = links;
        this.subscriptions = subscriptions;
        this.portal = portal;
    }

    @Transactional(readOnly = true)
    public Letter letter(MailJob job) {
        var contact = job.contact();
        var linkId = job.linkId();
        var link = linkId == null ? null : links.shown(linkId).orElse(null);
        var known = backgrounds.of(job.facts());
        var background =
                new Background(
                        contacts.nameOf(Tenancy.district()),
                        known.fileReference(),
                        known.caseTitle(),
                        known.municipalityName(),
                        link == null ? null : link.path(),
                        link == null ? null : link.lastDay(),
                        job.notice() == Notice.SUBSCRIPTION_CONFIRMATION
                                ? subscriptions.offered(contact.id())
                                : List.of());
        var addressee =
                new Addressee(
                        contact.salutation(),
                        contact.function().name(),
                        contact.name(),
                        contact.language(),
                        contact.hasAccount());
        return new Letter(
                job.deliveryId(),
                job.attempt(),
                contact.email(),
                wording.mail(job.notice(), job.facts(), addressee, background),
                contact.language(),
                link == null ? null : portal.of(link.path()));
    }
}
