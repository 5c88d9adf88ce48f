package de.foerderkreis.gateway.routing;

import java.util.Locale;

/** The services behind the gateway; the lower-case name is their part of API addresses. */
enum Service {
    APPLICATION,
    FINANCE,
    STAKEHOLDER,
    NOTIFICATION;

    /** Message key of the name people read. */
    String nameKey() {
        return "{gateway.service." + name().toLowerCase(Locale.ROOT) + "}";
    }
}
