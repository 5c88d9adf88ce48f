package de.foerderkreis.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A page of the trail with what is known beside it.
 *
 * @param entries newest first
 * @param positions place in the chain by entry; absent while it is not sealed
 * @param personalValues by what stands in the entry for them, {@code sha256:…}; absent once erased
 */
public record AuditExcerpt(
        List<AuditEntry> entries, Map<UUID, Long> positions, Map<String, String> personalValues) {}
