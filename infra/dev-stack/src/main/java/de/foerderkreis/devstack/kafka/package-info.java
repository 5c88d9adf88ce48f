/** The Kafka broker as a process of its own. */
@NullMarked
package de.foerderkreis.devstack.kafka;

import org.jspecify.annotations.NullMarked;
