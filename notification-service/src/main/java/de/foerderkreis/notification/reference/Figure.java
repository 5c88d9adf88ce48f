package de.foerderkreis.notification.reference;

/** What the treasurer owes a case. */
public enum Figure {
    COST_PLAN,
    LEVY_EFFECT
}
