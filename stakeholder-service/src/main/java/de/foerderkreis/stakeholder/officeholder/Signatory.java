package de.foerderkreis.stakeholder.officeholder;

import java.util.UUID;

/**
 * Who signs for the district.
 *
 * @param contactId the person, by the id alone
 * @param office it signs in; stays when the person is erased
 */
public record Signatory(UUID contactId, Office office) {}
