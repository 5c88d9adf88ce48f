/** Exact arithmetic of the district levy: who bears which cent, and what a rate brings in. */
@NullMarked
package de.foerderkreis.finance.apportionment;

import org.jspecify.annotations.NullMarked;
