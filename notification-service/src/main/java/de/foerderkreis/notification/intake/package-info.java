/** Hears the events of the other services and decides who is told what. */
@NullMarked
package de.foerderkreis.notification.intake;

import org.jspecify.annotations.NullMarked;
