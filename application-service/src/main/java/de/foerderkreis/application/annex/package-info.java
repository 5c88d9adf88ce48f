/** The numbered annexes of a case (F77 to F82): present as a document or waived with a reason. */
@NullMarked
package de.foerderkreis.application.annex;

import org.jspecify.annotations.NullMarked;
