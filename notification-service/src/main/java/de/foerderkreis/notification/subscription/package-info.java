/**
 * What partners without an account want to be told: double opt-in, change and end by one-time
 * links.
 */
@NullMarked
package de.foerderkreis.notification.subscription;

import org.jspecify.annotations.NullMarked;
