package de.foerderkreis.notification.reference;

import java.time.LocalDate;
import java.util.UUID;

/** A requirement that was promised for later (F41), or whose promise was broken. */
public record KnownRequirement(UUID caseId, String code, String status, LocalDate dueOn) {}
