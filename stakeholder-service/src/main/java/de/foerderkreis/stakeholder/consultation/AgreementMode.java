package de.foerderkreis.stakeholder.consultation;

/** How much the answer binds: Einvernehmen, Benehmen or a mere opinion; three different things. */
enum AgreementMode {
    CONSENT,
    BENEHMEN,
    OPINION
}
