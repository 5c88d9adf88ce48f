package de.foerderkreis.notification.subscription;

import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.subscription.Links.Purpose;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody with a link from a mail sees and does. Looking changes nothing; doing uses the link
 * up.
 */
@Service
class LinkVisit {

    private final Links links;
    private final Subscriptions subscriptions;
    private final Contacts contacts;
    private final BusinessClock clock;

    LinkVisit(Links links, Subscriptions subscriptions, Contacts contacts, BusinessClock clock) {
        this.links = links;
        this.subscriptions = subscriptions;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Seen look(UUID id) {
        var link = links.find(id, false).orElseThrow(() -> Problem.notFound("link"));
        var subscription =
                subscriptions
                        .find(link.contactId(), false)
                        .orElseThrow(() -> Problem.notFound("link"));
        var name = contacts.nameOf(subscription.organisation());
        return new Seen(
                name == null ? subscription.organisation() : name,
                link.purpose() == Purpose.CONFIRM
                        && subscription.state() != Subscription.State.CONFIRMED,
                link.isUsable(clock.now()),
                link.usedFor(),
                LocalDate.ofInstant(link.expiresAt(), BusinessClock.ZONE).minusDays(1),
                List.copyOf(subscription.offered()),
                subscription.state() == Subscription.State.ASKED
                        ? subscription.offered()
                        : subscription.chosen());
    }

    /** Confirms or changes; nothing chosen is an end. */
    @Transactional
    public void choose(UUID id, Collection<Notice> wanted) {
        var link = usable(id);
        var subscription =
                subscriptions
                        .find(link.contactId(), true)
                        .orElseThrow(() -> Problem.notFound("link"));
        var chosen = wanted.stream().filter(subscription.offered()::contains).toList();
        if (chosen.isEmpty()) {
            end(link);
            return;
        }
        var first = subscription.state() != Subscription.State.CONFIRMED;
        subscriptions.confirm(link.contactId(), chosen);
        links.use(id, first ? "CONFIRMED" : "CHANGED");
    }

    @Transactional
    public void end(UUID id) {
        end(usable(id));
    }

    /** A link that expired or was used is replaced by mail to the same address. */
    @Transactional
    public void renew(UUID id) {
        var link = links.find(id, true).orElseThrow(() -> Problem.notFound("link"));
        if (link.isUsable(clock.now())) {
            return;
        }
        var subscription =
                subscriptions
                        .find(link.contactId(), true)
                        .orElseThrow(() -> Problem.notFound("link"));
        subscriptions.sendNewLink(
                link.contactId(),
                subscription.state() == Subscription.State.ASKED
                        ? Purpose.CONFIRM
                        : Purpose.MANAGE);
    }

    private void end(Links.Link link) {
        subscriptions.end(link.contactId());
        links.use(link.id(), "ENDED");
    }

    private Links.Link usable(UUID id) {
        var link = links.find(id, true).orElseThrow(() -> Problem.notFound("link"));
        if (!link.isUsable(clock.now())) {
            throw Problem.conflict(link.usedAt() == null ? "link-expired" : "link-used");
        }
        return link;
    }

    /**
     * What the page shows.
     *
     * @param asks whether it asks for the first confirmation
     * @param usable whether the link still works
     * @param usedFor {@code CONFIRMED, CHANGED, ENDED} once it was used
     * @param lastDay last day the link works
     */
    record Seen(
            String organisation,
            boolean asks,
            boolean usable,
            @Nullable String usedFor,
            LocalDate lastDay,
            List<Notice> offered,
            Set<Notice> chosen) {}
}
