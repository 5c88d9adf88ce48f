package de.foerderkreis.stakeholder.partner;

import java.util.Map;

/** What another feature knows of the partners and the list of partners shows. */
public interface PartnerStandings {

    /** By alias: how many requests to confirm the cooperation a partner got and confirmed. */
    Map<String, Standing> byAlias();

    /**
     * How a partner stands.
     *
     * @param asked requests sent to it
     * @param confirmed those it confirmed
     */
    record Standing(int asked, int confirmed) {}
}
