/** Who looks at the pages: the visitor for the portal frame and the functions a caller holds. */
@NullMarked
package de.foerderkreis.notification.access;

import org.jspecify.annotations.NullMarked;
