/** Deadlines as calendar feeds: one revocable address per person, in the form of RFC 5545. */
@NullMarked
package de.foerderkreis.notification.calendar;

import org.jspecify.annotations.NullMarked;
