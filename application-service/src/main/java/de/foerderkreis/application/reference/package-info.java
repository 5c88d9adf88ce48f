/** Local copies of what other services announce: municipalities, rounds, cost plan, levy effect. */
@NullMarked
package de.foerderkreis.application.reference;

import org.jspecify.annotations.NullMarked;
