/**
 * What waits on a case: tasks, follow-ups, milestones, confirmations of partners, as events told.
 */
@NullMarked
package de.foerderkreis.notification.task;

import org.jspecify.annotations.NullMarked;
