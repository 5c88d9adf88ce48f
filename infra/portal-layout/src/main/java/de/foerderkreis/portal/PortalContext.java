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

    /** The address people use, without a slash at the end: {@code http://localhost:8080}. */
    String portalUrl();
}
