/** Events taken in once each, with retries, dead letters and parking per key. */
@NullMarked
package de.foerderkreis.platform.inbox;

import org.jspecify.annotations.NullMarked;
