package de.foerderkreis.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the frame needs to know from the service it runs in. Without such a bean, or without a
 * visitor, a page shows itself as to the public.
 */
public interface PortalContext {

    /** Whoever is signed in, or null. */
    @Nullable PortalVisitor visitor();

    /** The business time of the demonstration; null wherever time is real. */
    @Nullable Instant demoClock();

    /**
     * Whether the visitor may switch to another organisation. Services need not say: the gateway
     * tells the frame by a header.
     */
    default boolean severalOrganisations() {
        return false;
    }

    /** Whether this is the demonstration, also where its clock is not known. */
    default boolean demo() {
        return demoClock() != null;
    }

    /** The address people use, without a slash at the end: {@code http://localhost:8080}. */
    String portalUrl();
}
