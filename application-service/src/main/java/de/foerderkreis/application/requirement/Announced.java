package de.foerderkreis.application.requirement;

import de.foerderkreis.platform.persistence.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as a service announced it, before it is known which requirements take it.
 *
 * @param origin what it came from; the same origin again replaces what it gave before
 * @param partial speaks for the requirement without settling it
 */
record Announced(
        String kind,
        @Nullable String category,
        String origin,
        Map<String, String> figures,
        boolean partial,
        @Nullable String documentSha256,
        @Nullable LocalDate datedOn) {

    static Announced whole(String kind, String origin, Map<String, String> figures) {
        return new Announced(kind, null, origin, figures, false, null, null);
    }

    Announced orPartialUnless(boolean complete) {
        return new Announced(kind, category, origin, figures, !complete, documentSha256, datedOn);
    }

    Evidence evidence(UUID caseId, String requirement, Instant at) {
        return new Evidence(
                Ids.next(),
                caseId,
                requirement,
                kind,
                category,
                Evidence.Source.EVENT,
                origin,
                null,
                documentSha256,
                figures,
                at,
                partial,
                datedOn);
    }
}
