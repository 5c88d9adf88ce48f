package de.foerderkreis.stakeholder.consultation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Told inside this service, within the transaction that opens a round; the public contract is
 * {@code ConsultationOpened}.
 *
 * @param sentOn day of the letter
 */
public record RoundOpened(UUID roundId, LocalDate sentOn) {}
