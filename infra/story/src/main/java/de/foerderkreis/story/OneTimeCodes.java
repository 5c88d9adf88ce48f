package de.foerderkreis.story;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The authenticator app of one demo user: time-based one-time passwords (RFC 6238), six digits
 * every 30 seconds. Keycloak takes each code once and locks a person out after wrong ones, so every
 * code is handed out once in this process.
 */
final class OneTimeCodes {

    private static final int PERIOD = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(2 * PERIOD);

    /** The youngest period a code was handed out for, by user; guarded by itself. */
    private static final Map<String, Long> USED = new HashMap<>();

    private final String user;
    private final String secret;

    /**
     * @param secret the characters of the key, as Keycloak keeps them
     */
    OneTimeCodes(String user, String secret) {
        this.user = user;
        this.secret = secret;
    }

    /** A code Keycloak has not seen; it takes the next one early, so waiting is rare. */
    String next() {
        return Patience.until(
                "an unused confirmation code of " + user,
                PATIENCE,
                () -> unused(Instant.now().getEpochSecond() / PERIOD).map(this::code));
    }

    private Optional<Long> unused(long now) {
        synchronized (USED) {
            var last = USED.getOrDefault(user, Long.MIN_VALUE);
            var next = last < now ? now : last + 1;
            if (next > now + 1) {
                return Optional.empty();
            }
            USED.put(user, next);
            return Optional.of(next);
        }
    }

    private String code(long counter) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-1", missing);
        }
    }
}
