package de.foerderkreis.portal;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the page frame.
 *
 * @param organisations names by key, for districts and authorities a service has no record of:
 *     {@code "[05382]": Rhein-Sieg-Kreis}
 * @param sourceUrl where the source code of this installation is offered, as its licence asks
 */
@ConfigurationProperties("foerderkreis.portal")
record PortalSettings(
        @DefaultValue Map<String, String> organisations,
        @DefaultValue("/hilfe#quelltext") String sourceUrl) {

    /** The first district the frame knows by name; used where nobody is signed in. */
    String districtName() {
        return organisations.entrySet().stream()
                .filter(entry -> entry.getKey().length() == 5)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
