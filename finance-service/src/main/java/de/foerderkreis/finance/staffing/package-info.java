/** Staffing and premises of a case (F26, F27, F31, F32), held against the programme and rulings. */
@NullMarked
package de.foerderkreis.finance.staffing;

import org.jspecify.annotations.NullMarked;
