package de.foerderkreis.story;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The demo users, each signed in once when first needed. */
public final class Actors {

    private final URI portal;
    private final String password;
    private final Map<String, PortalClient> signedIn = new ConcurrentHashMap<>();

    public Actors(URI portal, String password) {
        this.portal = portal;
        this.password = password;
    }

    /** A user of the demo realm by name, for example {@code clerk} or {@code mayor-troisdorf}. */
    public PortalClient as(String user) {
        return signedIn.computeIfAbsent(user, it -> PortalClient.signIn(portal, it, password));
    }

    /** Signs a user in anew, for a second browser of the same person. */
    public PortalClient anew(String user) {
        return PortalClient.signIn(portal, user, password);
    }

    public PortalClient clerk() {
        return as("clerk");
    }

    public PortalClient treasurer() {
        return as("treasurer");
    }

    public PortalClient mayor(Town town) {
        return as("mayor-" + town.slug());
    }

    public PortalClient official(Town town) {
        return as("official-" + town.slug());
    }

    public URI portal() {
        return portal;
    }
}
