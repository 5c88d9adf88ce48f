/** The yearly cost plan of a case (Annex 1): what it costs, what the state pays, what is saved. */
@NullMarked
package de.foerderkreis.finance.costplan;

import org.jspecify.annotations.NullMarked;
