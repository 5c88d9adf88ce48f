package de.foerderkreis.stakeholder.access;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Whether positions of towns are invented: then every page and answer that shows one must say so.
 */
@Component
public class DemoData {

    private final boolean invented;

    DemoData(Environment environment) {
        this.invented = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Whether this installation shows the demo story. */
    public boolean invented() {
        return invented;
    }
}
