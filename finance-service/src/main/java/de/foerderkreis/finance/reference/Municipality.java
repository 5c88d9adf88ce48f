package de.foerderkreis.finance.reference;

/**
 * A member municipality as stakeholder-service last described it.
 *
 * @param ownYouthOffice whether it keeps its own youth office (KrO NRW § 56 Abs. 5)
 */
public record Municipality(
        String ags, String name, String type, int inhabitants, boolean ownYouthOffice) {}
