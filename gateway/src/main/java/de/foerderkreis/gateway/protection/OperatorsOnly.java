package de.foerderkreis.gateway.protection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Health and metrics are for the machine itself and the networks named in the settings, never for a
 * request that came through a proxy.
 */
@Component
public class OperatorsOnly {

    private final List<IpAddressMatcher> networks;

    OperatorsOnly(ProtectionSettings settings) {
        this.networks = settings.operators().stream().map(IpAddressMatcher::new).toList();
    }

    public boolean allows(HttpServletRequest request) {
        return !OutsideHeaders.forwarded(request)
                && networks.stream().anyMatch(network -> network.matches(request));
    }
}
