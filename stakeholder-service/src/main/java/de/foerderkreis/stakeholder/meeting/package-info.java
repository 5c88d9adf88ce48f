/** Meetings of advising bodies: invitation, minutes, and what the body said there as a whole. */
@NullMarked
package de.foerderkreis.stakeholder.meeting;

import org.jspecify.annotations.NullMarked;
