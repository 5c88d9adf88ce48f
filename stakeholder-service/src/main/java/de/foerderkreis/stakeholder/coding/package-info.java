/** Reasons of statements: what a town ticks, and what the clerk reads where it ticked nothing. */
@NullMarked
package de.foerderkreis.stakeholder.coding;

import org.jspecify.annotations.NullMarked;
