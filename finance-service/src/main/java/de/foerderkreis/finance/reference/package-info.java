/** Local copies of what other services own: municipalities, cases and programmes, by event. */
@NullMarked
package de.foerderkreis.finance.reference;

import org.jspecify.annotations.NullMarked;
