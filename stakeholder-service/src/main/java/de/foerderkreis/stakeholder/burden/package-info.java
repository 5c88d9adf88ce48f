/** Checks of KrO NRW § 56 Abs. 4: does a town that says so gain less than the others? */
@NullMarked
package de.foerderkreis.stakeholder.burden;

import org.jspecify.annotations.NullMarked;
