/** Consultation rounds: who was asked until when, who answered, who is reminded. */
@NullMarked
package de.foerderkreis.stakeholder.consultation;

import org.jspecify.annotations.NullMarked;
