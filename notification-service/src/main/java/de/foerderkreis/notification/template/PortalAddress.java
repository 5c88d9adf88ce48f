package de.foerderkreis.notification.template;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people open the portal.
 *
 * @param url scheme, host and port, without a path
 */
@ConfigurationProperties("foerderkreis.notification.portal")
public record PortalAddress(@DefaultValue("http://localhost:8080") String url) {

    /** The full address of a path of the portal, as it stands in a mail. */
    public String of(String path) {
        return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path;
    }
}
