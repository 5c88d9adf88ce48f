/** The letters of a round: written before it is opened, frozen when it is. */
@NullMarked
package de.foerderkreis.stakeholder.letter;

import org.jspecify.annotations.NullMarked;
