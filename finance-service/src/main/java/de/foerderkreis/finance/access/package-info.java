/** Who is at the desk: what the page frame shows of the visitor, and the groups rules speak of. */
@NullMarked
package de.foerderkreis.finance.access;

import org.jspecify.annotations.NullMarked;
