/** How the gateway says no: uniform problems, decent pages, and forms that lose nothing. */
@NullMarked
package de.foerderkreis.gateway.errors;

import org.jspecify.annotations.NullMarked;
