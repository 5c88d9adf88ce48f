package de.foerderkreis.platform.audit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The end of a district's chain, published once a day: what is noted outside the database cannot be
 * rewritten inside it.
 *
 * @param day machine's day in Europe/Berlin
 * @param position number of the last link
 * @param hash of the last link
 */
record AuditHead(
        String service,
        String district,
        LocalDate day,
        long position,
        String hash,
        Instant takenAt) {

    static final String TOPIC = "foerderkreis.audit.heads.v1";

    /** Key of the event, and how the offline verifier is told which chain it looks at. */
    String chain() {
        return service + "/" + district;
    }
}
