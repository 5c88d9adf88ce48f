package de.foerderkreis.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Addresses of the style sheets, scripts and fonts; each name carries its content's hash and may be
 * cached for ever.
 */
class PortalAssets {

    private final Properties names;

    PortalAssets() {
        try {
            names =
                    PropertiesLoaderUtils.loadProperties(
                            new ClassPathResource("META-INF/portal-assets.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException("The portal's assets were not built", e);
        }
    }

    String path(String name) {
        var hashed = names.getProperty(name);
        if (hashed == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return "/assets/" + hashed;
    }
}
