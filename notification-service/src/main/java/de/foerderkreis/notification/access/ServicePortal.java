package de.foerderkreis.notification.access;

import de.foerderkreis.notification.inbox.Inbox;
import de.foerderkreis.notification.recipient.Contacts;
import de.foerderkreis.notification.reference.Municipalities;
import de.foerderkreis.notification.template.PortalAddress;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.PortalContext;
import de.foerderkreis.portal.PortalVisitor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What the portal frame shows about whoever looks. */
@Component
class ServicePortal implements PortalContext {

    private final Inbox inbox;
    private final Contacts contacts;
    private final Municipalities municipalities;
    private final BusinessClock clock;
    private final PortalAddress portal;
    private final boolean demo;

    ServicePortal(
            Inbox inbox,
            Contacts contacts,
            Municipalities municipalities,
            BusinessClock clock,
            PortalAddress portal,
            Environment environment) {
        this.inbox = inbox;
        this.contacts = contacts;
        this.municipalities = municipalities;
        this.clock = clock;
        this.portal = portal;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public @Nullable PortalVisitor visitor() {
        return Callers.current().map(this::visitor).orElse(null);
    }

    @Override
    public @Nullable Instant demoClock() {
        return demo ? clock.now() : null;
    }

    @Override
    public String portalUrl() {
        return portal.of("");
    }

    private PortalVisitor visitor(Caller caller) {
        var visitor =
                PortalVisitor.of(caller.displayName(), caller.organisation(), caller.roles())
                        .withOrganisationName(nameOf(caller));
        return caller.district() == null ? visitor : visitor.withUnread(inbox.unread(caller));
    }

    private @Nullable String nameOf(Caller caller) {
        if (caller.district() == null) {
            return null;
        }
        var town = municipalities.names(List.of(caller.organisation())).get(caller.organisation());
        return town == null ? contacts.nameOf(caller.organisation()) : town;
    }
}
