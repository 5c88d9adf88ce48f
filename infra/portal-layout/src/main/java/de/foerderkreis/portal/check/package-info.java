/** Checks of templates and texts that every service's tests can run. */
@NullMarked
package de.foerderkreis.portal.check;

import org.jspecify.annotations.NullMarked;
