package de.foerderkreis.stakeholder.coding;

/**
 * Why a town says what it says; optional for the town. {@code NO_OR_LESS_BENEFIT} raises the check
 * of KrO NRW § 56 Abs. 4.
 */
public enum Reason {
    EXTRA_COST,
    ALREADY_SUFFICIENT,
    NO_OR_LESS_BENEFIT,
    STAFF,
    OTHER
}
