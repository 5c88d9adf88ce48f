/**
 * Statements of the towns: drafted inside the town hall, submitted by the mayor, received with a
 * number and a time.
 */
@NullMarked
package de.foerderkreis.stakeholder.statement;

import org.jspecify.annotations.NullMarked;
