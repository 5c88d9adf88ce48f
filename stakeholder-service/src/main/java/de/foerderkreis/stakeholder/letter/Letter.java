package de.foerderkreis.stakeholder.letter;

import java.time.LocalDate;

/**
 * A letter to one town. It names functions and never a person, so that it can be kept for good.
 *
 * @param address lines of the address field
 * @param body salutation and text
 */
record Letter(String ags, String town, String address, String body, LocalDate sentOn) {}
