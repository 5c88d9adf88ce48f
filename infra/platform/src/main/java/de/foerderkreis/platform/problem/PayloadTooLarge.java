package de.foerderkreis.platform.problem;

import java.io.IOException;

/** A request body went over its limit while it was read. */
public final class PayloadTooLarge extends IOException {

    private final long limit;

    /**
     * A body over its limit.
     *
     * @param limit bytes
     */
    public PayloadTooLarge(long limit) {
        super("Body over " + limit + " bytes");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
