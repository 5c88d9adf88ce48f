package de.foerderkreis.platform.persistence;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Identifiers that sort by the time they were made (UUID version 7, RFC 9562), so that indexes stay
 * compact.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new identifier. It tells when it was made: not for what must hide that. */
    public static UUID next() {
        long millis = System.currentTimeMillis();
        long high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
