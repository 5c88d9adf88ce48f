/**
 * The frame of every page: who is looking, in which language and theme, at which business time, and
 * the parts pages are made of.
 *
 * <p>A service offers one bean, {@link de.foerderkreis.portal.PortalContext}; everything else comes
 * by auto-configuration.
 */
@NullMarked
package de.foerderkreis.portal;

import org.jspecify.annotations.NullMarked;
