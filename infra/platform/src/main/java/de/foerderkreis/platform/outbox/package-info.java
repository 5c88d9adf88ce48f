/**
 * Events that commit together with the change they tell of, and the relay that brings them to Kafka
 * in commit order.
 */
@NullMarked
package de.foerderkreis.platform.outbox;

import org.jspecify.annotations.NullMarked;
