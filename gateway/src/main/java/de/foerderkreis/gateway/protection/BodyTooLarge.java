package de.foerderkreis.gateway.protection;

import java.io.IOException;

/** A body turned out larger than allowed while it was being read. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge(long limit) {
        super("Body larger than " + limit + " bytes");
    }
}
