/** The member municipalities of a district: imported from a table, announced as full state. */
@NullMarked
package de.foerderkreis.stakeholder.municipality;

import org.jspecify.annotations.NullMarked;
