package de.foerderkreis.gateway.protection;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The addresses people's browsers know. Everything that depends on "our own address" asks here and
 * never the Host header, which the client chooses.
 *
 * @param portal where people reach the portal, without a slash at the end
 * @param issuer of the identity provider, as browsers reach it
 */
@ConfigurationProperties("foerderkreis.gateway.public")
public record PublicAddresses(@DefaultValue("http://localhost:8080") URI portal, URI issuer) {

    /** {@code https://host:port} as browsers send it in the header Origin. */
    public String portalOrigin() {
        return origin(portal);
    }

    public String issuerOrigin() {
        return origin(issuer);
    }

    /** Whether people reach the portal by TLS; decides on cookie name, Secure and HSTS. */
    public boolean tls() {
        return "https".equals(portal.getScheme());
    }

    /** The port in the portal's address, the scheme's own if it names none. */
    public int portalPort() {
        return portal.getPort() > 0 ? portal.getPort() : tls() ? 443 : 80;
    }

    private static String origin(URI address) {
        var standard =
                address.getPort() == -1
                        || address.getPort() == 443 && "https".equals(address.getScheme())
                        || address.getPort() == 80 && "http".equals(address.getScheme());
        return address.getScheme()
                + "://"
                + address.getHost()
                + (standard ? "" : ":" + address.getPort());
    }
}
