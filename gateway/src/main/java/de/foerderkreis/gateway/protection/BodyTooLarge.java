package de.foerderkreis.gateway.protection;

import java.io.IOException;

/** A body turned out larger than allowed while it was being read. */
public final class BodyTooLarge extends IOException {

    private final long limit;

    BodyTooLarge(long limit) {
        super("Body larger than " + limit + " bytes");
        this.limit = limit;
    }

    /** What would have been accepted, in whole megabytes. */
    public String megabytes() {
        return Long.toString(limit / (1024 * 1024));
    }
}
