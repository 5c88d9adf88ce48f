/** The portal inbox of a function, with what each person has read. */
@NullMarked
package de.foerderkreis.notification.inbox;

import org.jspecify.annotations.NullMarked;
