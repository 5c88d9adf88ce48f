package de.foerderkreis.notification.mail;

import de.foerderkreis.notification.delivery.DigestContents;
import de.foerderkreis.notification.delivery.MailJob;
import de.foerderkreis.notification.invitation.Invitations;
import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.reference.Backgrounds;
import de.foerderkreis.notification.subscription.Links;
import de.foerderkreis.notification.subscription.Subscriptions;
import de.foerderkreis.notification.template.Addressee;
import de.foerderkreis.notification.template.Background;
import de.foerderkreis.notification.template.DigestLine;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.PortalAddress;
import de.foerderkreis.notification.template.Wording;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a mail says and words it. */
@Component
class Composer {

    private final Wording wording;
    private final Backgrounds backgrounds;
    private final DigestContents digests;
    private final Contacts contacts;
    private final Links links;
    private final Subscriptions subscriptions;
    private final Invitations invitations;
    private final PortalAddress portal;

    Composer(
            Wording wording,
            Backgrounds backgrounds,
            DigestContents digests,
            Contacts contacts,
            Links links,
            Subscriptions subscriptions,
            Invitations invitations,
            PortalAddress portal) {
        this.wording = wording;
        this.backgrounds = backgrounds;
        this.digests = digests;
        this.contacts = contacts;
        this.links = links;
        this.subscriptions = subscriptions;
        this.invitations = invitations;
        this.portal = portal;
    }

    @Transactional(readOnly = true)
    public Letter letter(MailJob job) {
        var contact = job.contact();
        var linkId = job.linkId();
        var invited = job.notice() == Notice.COOPERATION_INVITATION;
        var link = linkId == null ? null : link(linkId, invited);
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
                wording.mail(job.notice(), job.facts(), addressee, background, contents(job)),
                contact.language(),
                // The link of an invitation is a key to an answer and no way to unsubscribe.
                link == null || invited ? null : portal.of(link.path()));
    }

    private List<DigestLine> contents(MailJob job) {
        if (job.notice() != Notice.DAILY_DIGEST) {
            return List.of();
        }
        var contents = digests.of(job.deliveryId());
        var around = backgrounds.of(contents.stream().map(DigestContents.Bundled::facts).toList());
        return contents.stream()
                .map(it -> new DigestLine(it.notice(), it.facts(), around.apply(it.facts())))
                .toList();
    }

    private Links.@Nullable Shown link(UUID id, boolean invited) {
        return invited
                ? invitations
                        .shown(id)
                        .map(it -> new Links.Shown(it.path(), it.lastDay()))
                        .orElseThrow()
                : links.shown(id).orElse(null);
    }
}
