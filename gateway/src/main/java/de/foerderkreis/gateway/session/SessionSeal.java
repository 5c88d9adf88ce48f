package de.foerderkreis.gateway.session;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what sessions hold before it is written (AES-256-GCM), so that a copy of the database is
 * no copy of everybody's tokens. All instances share the key; with a new one the old sessions are
 * unreadable and everybody signs in again.
 */
final class SessionSeal {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /**
     * @param key 32 bytes in Base64, with or without padding, of either alphabet
     * @throws IllegalArgumentException if it is not that
     */
    SessionSeal(String key) {
        var bytes = Base64.getUrlDecoder().decode(key.replace('+', '-').replace('/', '_'));
        if (bytes.length != KEY) {
            throw new IllegalArgumentException(
                    "The key of sessions (FK_SESSION_KEY) must be 32 bytes in Base64, not "
                            + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /**
     * A nonce and what it encrypts.
     *
     * @param kind goes unencrypted beside it and cannot be exchanged
     */
    byte[] seal(byte kind, byte[] plain) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, kind, nonce);
            return ByteBuffer.allocate(NONCE + cipher.getOutputSize(plain.length))
                    .put(nonce)
                    .put(cipher.doFinal(plain))
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM", impossible);
        }
    }

    /** What was sealed, null if it was with another key or somebody changed it. */
    byte @Nullable [] open(byte kind, byte[] sealed) {
        if (sealed.length < NONCE) {
            return null;
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, kind, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException otherKey) {
            return null;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM", impossible);
        }
    }

    private Cipher cipher(int mode, byte kind, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {kind});
        return cipher;
    }
}
