/** The append-only trail of who changed what and why, and the chain that shows tampering. */
@NullMarked
package de.foerderkreis.platform.audit;

import org.jspecify.annotations.NullMarked;
