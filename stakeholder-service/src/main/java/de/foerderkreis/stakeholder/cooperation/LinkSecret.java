package de.foerderkreis.stakeholder.cooperation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What stands behind {@code /l/} in a mail: the district, because nothing else says whose rows to
 * look at, and 256 random bits, so that guessing is no way in.
 */
record LinkSecret(String district, String token) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DISTRICT = 5;
    private static final int SECRET = 32;

    static LinkSecret fresh(String district) {
        var bytes = new byte[DISTRICT + SECRET];
        RANDOM.nextBytes(bytes);
        System.arraycopy(district.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, DISTRICT);
        return new LinkSecret(
                district, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty if it does not even look like one. */
    static Optional<LinkSecret> read(String token) {
        if (!token.matches("[A-Za-z0-9_-]{50}")) {
            return Optional.empty();
        }
        var bytes = Base64.getUrlDecoder().decode(token);
        var district = new String(Arrays.copyOf(bytes, DISTRICT), StandardCharsets.US_ASCII);
        return district.matches("[0-9]{5}")
                ? Optional.of(new LinkSecret(district, token))
                : Optional.empty();
    }

    /** What the database keeps of it. */
    String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** Never the token: it opens the door. */
    @Override
    public String toString() {
        return "LinkSecret[" + district + "]";
    }
}
