/** The home page: what waits for me, what changed, my cases. */
@NullMarked
package de.foerderkreis.notification.worklist;

import org.jspecify.annotations.NullMarked;
