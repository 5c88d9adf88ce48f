package de.foerderkreis.platform.audit;

import java.time.Instant;

/**
 * The last sealed link of the current district's chain, to be noted in a file that leaves the
 * system: a chain rewritten later does not carry it any more. Entries of the last second may not be
 * sealed yet; they stand behind this head.
 *
 * @param chain {@code <service>/<district>}, as the offline verifier names it
 * @param position number of the link, from 1
 * @param hash of the link, lower-case hex
 * @param sealedAt machine's time at which the link was made
 */
public record ChainHead(String chain, long position, String hash, Instant sealedAt) {

    /** As the offline verifier takes it: {@code --head <position>:<hash>}. */
    public String argument() {
        return position + ":" + hash;
    }
}
