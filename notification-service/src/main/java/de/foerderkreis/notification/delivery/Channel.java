package de.foerderkreis.notification.delivery;

/** How somebody is told. */
public enum Channel {
    MAIL,
    PORTAL
}
