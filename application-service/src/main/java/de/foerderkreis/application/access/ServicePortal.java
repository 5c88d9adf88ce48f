package de.foerderkreis.application.access;

import de.foerderkreis.application.reference.References;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.PortalContext;
import de.foerderkreis.portal.PortalVisitor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Tells the page frame who is looking and what time it is in the demonstration. */
@Component
class ServicePortal implements PortalContext {

    private final References references;
    private final BusinessClock clock;
    private final boolean demo;
    private final String url;

    ServicePortal(References references, BusinessClock clock, Environment environment) {
        this.references = references;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.url = environment.getProperty("FK_PORTAL_URL", "http://localhost:8080");
    }

    @Override
    public @Nullable PortalVisitor visitor() {
        return Callers.current()
                .map(it ->
                        PortalVisitor.of(it.displayName(), it.organisation(), it.roles())
                                .withOrganisationName(name(it)))
                .orElse(null);
    }

    @Override
    public @Nullable Instant demoClock() {
        return demo ? clock.now() : null;
    }

    @Override
    public String portalUrl() {
        return url;
    }

    private @Nullable String name(Caller caller) {
        if (caller.kind() != OrganisationKind.MUNICIPALITY) {
            return null;
        }
        var town = references.municipalities().get(caller.ags());
        return town == null ? null : town.name();
    }
}
