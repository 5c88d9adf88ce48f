/**
 * Starts PostgreSQL, Kafka, Keycloak, a mail server and the five services as processes of this
 * machine.
 */
@NullMarked
package de.foerderkreis.devstack;

import org.jspecify.annotations.NullMarked;
