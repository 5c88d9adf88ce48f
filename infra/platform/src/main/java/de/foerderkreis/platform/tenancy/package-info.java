/**
 * Whose data a piece of work may see: the caller, the district and the organisation of a
 * transaction.
 */
@NullMarked
package de.foerderkreis.platform.tenancy;

import org.jspecify.annotations.NullMarked;
