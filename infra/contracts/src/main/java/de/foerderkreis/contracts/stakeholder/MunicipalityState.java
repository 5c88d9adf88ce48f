package de.foerderkreis.contracts.stakeholder;

/**
 * Full state of a member municipality; compacted, key: the AGS.
 *
 * @param type {@code STADT} or {@code GEMEINDE}
 * @param ownYouthOffice whether it keeps its own youth office (KrO NRW § 56 Abs. 5)
 */
public record MunicipalityState(
        String ags,
        String name,
        String type,
        int inhabitants,
        boolean ownYouthOffice,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.municipalities.v1";
}
