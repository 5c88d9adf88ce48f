package de.foerderkreis.application.facts;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How the districts of this installation are called, by the setting the page frame uses. */
@Component
public class DistrictNames {

    private final Map<String, String> names;

    DistrictNames(Environment environment) {
        this.names =
                Binder.get(environment)
                        .bind(
                                "foerderkreis.portal.organisations",
                                Bindable.mapOf(String.class, String.class))
                        .orElse(Map.of());
    }

    /** The name of a district, its key where it has none. */
    public String of(String district) {
        return names.getOrDefault(district, district);
    }
}
