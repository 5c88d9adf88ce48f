package de.foerderkreis.notification.reference;

import java.time.LocalDate;
import java.util.UUID;

/** A case as other services told of it. */
public record KnownCase(
        UUID id, String title, String fileReference, String status, LocalDate openedOn) {}
