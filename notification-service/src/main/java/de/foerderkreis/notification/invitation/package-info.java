/**
 * One-time links of other services that go out by mail: kept sealed, and only until they are out.
 */
@NullMarked
package de.foerderkreis.notification.invitation;

import org.jspecify.annotations.NullMarked;
