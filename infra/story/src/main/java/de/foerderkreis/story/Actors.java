package de.foerderkreis.story;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The demo users, each signed in once when first needed. */
public final class Actors {

    private final URI portal;
    private final String password;
    private final @Nullable String codeSecret;
    private final Map<String, PortalClient> signedIn = new ConcurrentHashMap<>();

    /** Demo users who prove no more than their password. */
    public Actors(URI portal, String password) {
        this(portal, password, null);
    }

    /**
     * Demo users who answer with a confirmation code whenever a service asks for a second factor.
     *
     * @param codeSecret of all demo users' authenticators; the stack's secret {@code demo.totp}
     */
    public Actors(URI portal, String password, @Nullable String codeSecret) {
        this.portal = portal;
        this.password = password;
        this.codeSecret = codeSecret;
    }

    /** A user of the demo realm by name, for example {@code clerk} or {@code mayor-troisdorf}. */
    public PortalClient as(String user) {
        return signedIn.computeIfAbsent(user, this::anew);
    }

    /** Signs a user in anew, for a second browser of the same person. */
    public PortalClient anew(String user) {
        return PortalClient.signIn(portal, user, password, codeSecret);
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
