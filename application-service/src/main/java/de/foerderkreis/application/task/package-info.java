/** What has to be done on a case: opened by a person or by a decision, done or dropped. */
@NullMarked
package de.foerderkreis.application.task;

import org.jspecify.annotations.NullMarked;
