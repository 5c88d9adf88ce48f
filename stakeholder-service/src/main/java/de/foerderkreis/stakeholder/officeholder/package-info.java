/** Who holds which office from when to when; the names live here only. */
@NullMarked
package de.foerderkreis.stakeholder.officeholder;

import org.jspecify.annotations.NullMarked;
