/** What notification-service announces: deliveries that ended. */
@NullMarked
package de.foerderkreis.contracts.notification;

import org.jspecify.annotations.NullMarked;
