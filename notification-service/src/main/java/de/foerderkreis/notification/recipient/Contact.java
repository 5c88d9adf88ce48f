package de.foerderkreis.notification.recipient;

import java.util.UUID;

/**
 * Who holds a function and where mail reaches them.
 *
 * @param salutation {@code FRAU, HERR, NEUTRAL}
 * @param language {@code de} or {@code en}
 */
public record Contact(
        UUID id,
        String organisation,
        String organisationName,
        Function function,
        String salutation,
        String name,
        String email,
        String language,
        boolean hasAccount) {}
