/** Control of the demo clock, which moves from due date to due date and waits for every service. */
@NullMarked
package de.foerderkreis.notification.clock;

import org.jspecify.annotations.NullMarked;
