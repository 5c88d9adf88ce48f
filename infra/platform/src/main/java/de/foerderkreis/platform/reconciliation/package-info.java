/**
 * Finds events that a consumer lacks although they were published, and has them published again.
 */
@NullMarked
package de.foerderkreis.platform.reconciliation;

import org.jspecify.annotations.NullMarked;
