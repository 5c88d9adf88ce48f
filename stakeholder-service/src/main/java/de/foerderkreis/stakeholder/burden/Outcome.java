package de.foerderkreis.stakeholder.burden;

/**
 * What a check of KrO NRW § 56 Abs. 4 came to. There is no de-minimis limit, and only who gains
 * nothing at all may be spared altogether (OVG NRW, 23.04.2002 – 15 A 5295/00).
 */
enum Outcome {
    /** As much as the others: the general levy stays as it is. */
    EQUAL_BENEFIT,
    /** To an especially small degree: the council has to set a lesser burden. */
    LESS_BENEFIT,
    /** None, it serves others exclusively: the council has to set an exclusive burden of those. */
    NO_BENEFIT
}
