package de.foerderkreis.gateway.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A time-based one-time password (RFC 6238) as the realm's policy makes it: six digits by
 * HMAC-SHA-1 every 30 seconds.
 *
 * @param digits six of them
 * @param seconds how long this code is still the newest, 1 to 30
 */
record OneTimeCode(String digits, int seconds) {

    private static final int PERIOD = 30;
    private static final int RANGE = 1_000_000;

    /**
     * @param secret the key's characters, as the identity provider keeps them
     */
    static OneTimeCode at(Instant now, String secret) {
        var time = now.getEpochSecond();
        return new OneTimeCode(
                "%06d".formatted(truncated(hmac(secret, time / PERIOD)) % RANGE),
                (int) (PERIOD - time % PERIOD));
    }

    /** Dynamic truncation of RFC 4226 section 5.3. */
    private static int truncated(byte[] hash) {
        return ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
    }

    private static byte[] hmac(String secret, long counter) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-1", missing);
        }
    }

    /** In two groups, easier to read and to type. */
    String grouped() {
        return digits.substring(0, 3) + " " + digits.substring(3);
    }
}
