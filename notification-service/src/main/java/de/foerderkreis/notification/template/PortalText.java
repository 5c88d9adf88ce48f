package de.foerderkreis.notification.template;

import org.jspecify.annotations.Nullable;

/**
 * A notice in words for the portal.
 *
 * @param link path inside the portal, absent where there is nothing to open
 */
public record PortalText(
        String title,
        String text,
        @Nullable String reference,
        @Nullable String link,
        String action) {}
