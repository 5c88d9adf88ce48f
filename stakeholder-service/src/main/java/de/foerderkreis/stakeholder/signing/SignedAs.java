package de.foerderkreis.stakeholder.signing;

/** In whose name a letter is signed. */
public enum SignedAs {
    OWN_NAME,
    /** In Vertretung (i. V.): the deputy. */
    DEPUTY,
    /** Im Auftrag (i. A.): somebody in charge of the matter. */
    BY_ORDER
}
