/** Local copies of what other services own: titles of cases, levy bases. */
@NullMarked
package de.foerderkreis.stakeholder.reference;

import org.jspecify.annotations.NullMarked;
