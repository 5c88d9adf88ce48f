/**
 * When a district is told: quiet hours, the morning of a working day, and how long it is patient.
 */
@NullMarked
package de.foerderkreis.notification.rhythm;

import org.jspecify.annotations.NullMarked;
