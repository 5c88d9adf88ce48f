package de.foerderkreis.contracts.stakeholder;

/**
 * Full state of a partner organisation; compacted, key: the alias. No personal data.
 *
 * @param alias {@code <district>-<slug>}
 * @param category for example {@code JOBCENTER}
 */
public record PartnerState(
        String alias, String name, String category, boolean active, long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.stakeholder.partners.v1";
}
