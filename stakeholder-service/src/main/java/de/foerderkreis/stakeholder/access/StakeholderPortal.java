package de.foerderkreis.stakeholder.access;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.PortalContext;
import de.foerderkreis.portal.PortalVisitor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells the page frame who is looking. */
@Component
class StakeholderPortal implements PortalContext {

    private final OrganisationNames names;
    private final DemoData demo;
    private final BusinessClock clock;
    private final String portalUrl;

    StakeholderPortal(
            OrganisationNames names,
            DemoData demo,
            BusinessClock clock,
            @Value("${foerderkreis.portal-url}") String portalUrl) {
        this.names = names;
        this.demo = demo;
        this.clock = clock;
        this.portalUrl = portalUrl;
    }

    @Override
    public @Nullable PortalVisitor visitor() {
        return Callers.current().map(this::visitor).orElse(null);
    }

    @Override
    public @Nullable Instant demoClock() {
        return demo.invented() ? clock.now() : null;
    }

    @Override
    public String portalUrl() {
        return portalUrl;
    }

    private PortalVisitor visitor(Caller caller) {
        return PortalVisitor.of(caller.displayName(), caller.organisation(), caller.roles())
                .withOrganisationName(names.of(caller));
    }
}
