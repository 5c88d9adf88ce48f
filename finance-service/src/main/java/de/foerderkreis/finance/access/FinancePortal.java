package de.foerderkreis.finance.access;

import de.foerderkreis.finance.reference.Municipality;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.portal.PortalContext;
import de.foerderkreis.portal.PortalVisitor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Tells the page frame who looks and what time it is. */
@Component
class FinancePortal implements PortalContext {

    private final ReferenceData reference;
    private final BusinessClock clock;
    private final boolean demo;
    private final String portalUrl;

    FinancePortal(
            ReferenceData reference,
            BusinessClock clock,
            Environment environment,
            @Value("${FK_PORTAL_URL:http://localhost:8080}") String portalUrl) {
        this.reference = reference;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.portalUrl = portalUrl;
    }

    @Override
    public @Nullable PortalVisitor visitor() {
        return Callers.current()
                .map(it ->
                        PortalVisitor.of(it.displayName(), it.organisation(), it.roles())
                                .withOrganisationName(nameOf(it)))
                .orElse(null);
    }

    private @Nullable String nameOf(Caller caller) {
        return caller.kind() != OrganisationKind.MUNICIPALITY
                ? null
                : reference.municipalities().stream()
                        .filter(it -> it.ags().equals(caller.ags()))
                        .map(Municipality::name)
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public @Nullable Instant demoClock() {
        return demo ? clock.now() : null;
    }

    @Override
    public String portalUrl() {
        return portalUrl;
    }
}
