package de.foerderkreis.stakeholder.municipality;

/**
 * A member municipality of the district.
 *
 * @param ags official municipality key (Amtlicher Gemeindeschlüssel), eight digits
 * @param ownYouthOffice whether it keeps its own youth office (KrO NRW § 56 Abs. 5)
 */
public record Municipality(
        String ags, String name, MunicipalityType type, int inhabitants, boolean ownYouthOffice) {}
