package de.foerderkreis.portal;

import org.jspecify.annotations.Nullable;

/**
 * One step of the way that leads to a page; the last one, the page itself, has no address.
 *
 * @param label what the reader sees
 * @param href the address, or null for the page itself
 */
public record Crumb(String label, @Nullable String href) {

    /** The page itself. */
    public static Crumb here(String label) {
        return new Crumb(label, null);
    }
}
