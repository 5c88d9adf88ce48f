package de.foerderkreis.notification.subscription;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands behind {@code /l/n/} in a mail: district and link, signed. The database holds no
 * secret, so whoever reads it cannot make a link.
 *
 * @param district five digits
 */
public record LinkToken(String district, UUID link) {

    private static final int DISTRICT = 5;
    private static final int BODY = DISTRICT + 16;
    private static final int SIGNATURE = 16;

    /** The token as it stands in the address. */
    public String signed(byte[] secret) {
        var body = body();
        var token = ByteBuffer.allocate(BODY + SIGNATURE).put(body).put(signature(body, secret));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Empty if anything of it was changed. */
    public static Optional<LinkToken> read(String token, byte[] secret) {
        var bytes = decode(token);
        if (bytes.length != BODY + SIGNATURE) {
            return Optional.empty();
        }
        var body = Arrays.copyOf(bytes, BODY);
        var signature = Arrays.copyOfRange(bytes, BODY, bytes.length);
        if (!MessageDigest.isEqual(signature, signature(body, secret))) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(body);
        var district = new byte[DISTRICT];
        buffer.get(district);
        return Optional.of(
                new LinkToken(
                        new String(district, StandardCharsets.US_ASCII),
                        new UUID(buffer.getLong(), buffer.getLong())));
    }

    private byte[] body() {
        return ByteBuffer.allocate(BODY)
                .put(district.getBytes(StandardCharsets.US_ASCII))
                .putLong(link.getMostSignificantBits())
                .putLong(link.getLeastSignificantBits())
                .array();
    }

    private static byte[] decode(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] signature(byte[] body, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(body), SIGNATURE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
