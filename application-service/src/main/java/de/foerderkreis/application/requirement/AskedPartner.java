package de.foerderkreis.application.requirement;

import java.time.LocalDate;
import java.util.UUID;

/** A partner that was asked to confirm its cooperation (F45, F46). */
record AskedPartner(UUID cooperationId, String partner, String category, LocalDate dueOn) {}
