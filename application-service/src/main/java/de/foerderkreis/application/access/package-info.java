/** Who signs in here as whom: authority expressions and the portal frame's view of the caller. */
@NullMarked
package de.foerderkreis.application.access;

import org.jspecify.annotations.NullMarked;
