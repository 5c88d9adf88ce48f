/** Every message's life: one row per recipient, event, notice and channel, and its states. */
@NullMarked
package de.foerderkreis.notification.delivery;

import org.jspecify.annotations.NullMarked;
