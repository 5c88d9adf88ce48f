package de.foerderkreis.stakeholder.synopsis;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A synopsis as its reader may see it: the district as it stands, a town as it was published.
 *
 * @param contentSha256 hash of the entries shown; a release names it
 * @param releasedVersion number of the last release, absent before the first
 * @param releaseCurrent whether the entries shown are the ones released last
 * @param publishedVersion number of the release the towns have, absent before a publication
 */
record SynopsisView(
        UUID roundId,
        List<SynopsisEntry> entries,
        String contentSha256,
        @Nullable Integer releasedVersion,
        @Nullable LocalDate releasedOn,
        boolean releaseCurrent,
        @Nullable Integer publishedVersion,
        boolean demo) {

    /** Towns that replied and have no answer yet. */
    public long unanswered() {
        return entries.stream().filter(SynopsisEntry::unanswered).count();
    }
}
