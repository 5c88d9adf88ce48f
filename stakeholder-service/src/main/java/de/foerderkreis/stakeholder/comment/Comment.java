package de.foerderkreis.stakeholder.comment;

import java.time.Instant;
import java.util.UUID;

/**
 * A note inside a town hall.
 *
 * @param function {@code MAYOR} or {@code OFFICIAL}: the function its author wrote in
 * @param own whether the reader wrote it
 */
public record Comment(UUID id, String text, String function, Instant writtenAt, boolean own) {}
