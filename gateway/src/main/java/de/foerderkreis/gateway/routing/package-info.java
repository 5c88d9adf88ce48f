/** Which service answers which address, and the call to it. */
@NullMarked
package de.foerderkreis.gateway.routing;

import org.jspecify.annotations.NullMarked;
