package de.foerderkreis.stakeholder.coding;

import java.util.List;
import java.util.UUID;

/**
 * The statement whose reasons are read.
 *
 * @param given reasons the town ticked itself
 */
public record Coded(UUID statementId, UUID roundId, UUID caseId, String ags, List<Reason> given) {}
