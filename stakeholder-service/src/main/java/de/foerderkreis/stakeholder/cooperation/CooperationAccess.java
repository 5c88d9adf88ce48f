package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.stakeholder.access.Access;

/** Who reads requests: the district's people, and partners their own. */
final class CooperationAccess {

    static final String READS = Access.DISTRICT_READS + " or " + Access.PARTNER;

    private CooperationAccess() {}
}
