package de.foerderkreis.notification.invitation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token as the database keeps it: encrypted with AES-GCM under a key of the installation, bound
 * to its invitation, so that neither a dump nor a row copied elsewhere gives a link away.
 */
final class SealedToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private SealedToken() {}

    static byte[] seal(String token, String boundTo, byte[] secret) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, bytes(token), nonce, boundTo, secret);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /**
     * @throws IllegalStateException if it was sealed under another key or for another invitation
     */
    static String open(byte[] sealed, String boundTo, byte[] secret) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE];
        buffer.get(nonce);
        var body = new byte[buffer.remaining()];
        buffer.get(body);
        return new String(
                run(Cipher.DECRYPT_MODE, body, nonce, boundTo, secret), StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, byte[] input, byte[] nonce, String boundTo, byte[] secret) {
        try {
            var key = MessageDigest.getInstance("SHA-256").digest(secret);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bytes(boundTo));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrongKey) {
            // Never with the input: it is a secret.
            throw new IllegalStateException("The token of an invitation cannot be read", wrongKey);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
