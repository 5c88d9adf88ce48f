/** What a district decides for itself, and its calendar: working days, holidays, quiet days. */
@NullMarked
package de.foerderkreis.stakeholder.district;

import org.jspecify.annotations.NullMarked;
