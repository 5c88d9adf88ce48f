package de.foerderkreis.gateway.pages;

import de.foerderkreis.gateway.protection.PublicAddresses;
import de.foerderkreis.gateway.session.Login;
import de.foerderkreis.portal.PortalContext;
import de.foerderkreis.portal.PortalVisitor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells the page frame who is looking at the gateway's own pages. The demonstration's clock is
 * known to the services only.
 */
@Component
class GatewayVisitors implements PortalContext {

    private final PublicAddresses addresses;
    private final boolean demo;

    GatewayVisitors(PublicAddresses addresses, Environment environment) {
        this.addresses = addresses;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public @Nullable PortalVisitor visitor() {
        if (RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes) {
            var login = Login.of(attributes.getRequest());
            return login == null
                    ? null
                    : PortalVisitor.of(login.name(), login.organisation(), login.roles())
                            .withOrganisationName(login.organisationName());
        }
        return null;
    }

    @Override
    public @Nullable Instant demoClock() {
        return null;
    }

    @Override
    public boolean severalOrganisations() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                && Login.of(attributes.getRequest()) instanceof Login login
                && login.organisations().size() > 1;
    }

    @Override
    public boolean demo() {
        return demo;
    }

    @Override
    public String portalUrl() {
        return addresses.portal().toString();
    }
}
