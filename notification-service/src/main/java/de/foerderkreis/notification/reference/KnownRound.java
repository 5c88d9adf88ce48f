package de.foerderkreis.notification.reference;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A consultation round as its events tell of it.
 *
 * @param answered towns that answered, late ones included
 */
public record KnownRound(
        UUID id,
        UUID caseId,
        String title,
        LocalDate dueOn,
        boolean closed,
        int asked,
        int answered) {}
