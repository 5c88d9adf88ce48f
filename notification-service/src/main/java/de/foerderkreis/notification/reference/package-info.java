/** Local copies of cases, rounds and municipalities, built from events. */
@NullMarked
package de.foerderkreis.notification.reference;

import org.jspecify.annotations.NullMarked;
