/** The travelling demo clock and each service's answer to it. */
@NullMarked
package de.foerderkreis.contracts.clock;

import org.jspecify.annotations.NullMarked;
