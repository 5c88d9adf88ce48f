package de.foerderkreis.stakeholder.cooperation;

/** What a partner has said. */
enum CooperationStatus {
    ASKED,
    CONFIRMED,
    DECLINED
}
