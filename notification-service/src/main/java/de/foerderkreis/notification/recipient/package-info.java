/** The local copy of names and official addresses, and their erasure. */
@NullMarked
package de.foerderkreis.notification.recipient;

import org.jspecify.annotations.NullMarked;
