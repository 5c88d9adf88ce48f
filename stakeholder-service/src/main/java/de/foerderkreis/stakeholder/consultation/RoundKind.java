package de.foerderkreis.stakeholder.consultation;

/** What a round is about. */
enum RoundKind {
    DRAFT_OPINION,
    CONCEPT_COORDINATION,
    LEVY_BENEHMEN,
    HEARING,
    PARTNER_SURVEY
}
