package de.foerderkreis.stakeholder.partner;

/** Whom a centre has to work with (F45, F46). */
public enum PartnerCategory {
    JOBCENTER,
    EMPLOYMENT_AGENCY,
    WELFARE_ASSOCIATION,
    SCHOOL_SUPERVISION,
    SCHOOL_ADMIN,
    YOUTH_PROVIDER,
    MIGRANT_ORGANISATION,
    EDUCATION_NETWORK,
    TRAINING_ACTOR,
    STATE_FUNDED_STRUCTURE,
    OTHER
}
