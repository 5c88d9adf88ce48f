/** Counting positions by heads, inhabitants and levy base; silence stays silence. */
@NullMarked
package de.foerderkreis.stakeholder.tally;

import org.jspecify.annotations.NullMarked;
