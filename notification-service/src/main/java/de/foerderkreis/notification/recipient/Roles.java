package de.foerderkreis.notification.recipient;

import java.util.Locale;

/** Realm roles as events name them and as callers carry them. */
public final class Roles {

    private Roles() {}

    /** {@code council-secretary} as a caller carries it: {@code COUNCIL_SECRETARY}. */
    public static String key(String realmRole) {
        return realmRole.strip().replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
