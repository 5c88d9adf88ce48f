/** Business time, and the deadlines that fall due by it. */
@NullMarked
package de.foerderkreis.platform.clock;

import org.jspecify.annotations.NullMarked;
