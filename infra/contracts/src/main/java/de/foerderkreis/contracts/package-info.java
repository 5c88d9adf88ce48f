/**
 * What the services tell each other: event records with their topics and keys, on the JDK alone.
 */
@NullMarked
package de.foerderkreis.contracts;

import org.jspecify.annotations.NullMarked;
