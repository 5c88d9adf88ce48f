package de.foerderkreis.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SessionSealTests {

    private static final String KEY = key((byte) 1);
    private static final byte[] TEXT = "ein Token".getBytes(StandardCharsets.UTF_8);

    private final SessionSeal seal = new SessionSeal(KEY);

    @Test
    void whatIsSealedCanBeOpenedWithTheSameKeyOnly() {
        var sealed = seal.seal((byte) 'L', TEXT);
        assertThat(new SessionSeal(KEY).open((byte) 'L', sealed)).isEqualTo(TEXT);
        assertThat(new SessionSeal(key((byte) 2)).open((byte) 'L', sealed)).isNull();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Token");
    }

    @Test
    void whatSomebodyChangedIsNotOpened() {
        var sealed = seal.seal((byte) 'L', TEXT);
        assertThat(seal.open((byte) 'P', sealed)).isNull();
        sealed[sealed.length - 1] ^= 1;
        assertThat(seal.open((byte) 'L', sealed)).isNull();
        assertThat(seal.open((byte) 'L', new byte[3])).isNull();
    }

    @Test
    void theSameValueLooksDifferentEachTime() {
        assertThat(seal.seal((byte) 'L', TEXT)).isNotEqualTo(seal.seal((byte) 'L', TEXT));
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedAtStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionSeal("a3Vyeg"))
                .withMessageContaining("FK_SESSION_KEY");
    }

    /** A new key, or the first: everybody signs in again, and nothing breaks. */
    @Test
    void valuesOfAnotherKeyOrOfNoneAreAsIfTheyWereNotThere() {
        var json = JsonMapper.builder().build();
        var value = new PendingLogins(List.of());
        var plain = new SessionValues(json, null);
        var first = new SessionValues(json, seal);
        var second = new SessionValues(json, new SessionSeal(key((byte) 2)));
        assertThat(first.value(first.bytes(value))).isEqualTo(value);
        assertThat(plain.value(plain.bytes(value))).isEqualTo(value);
        assertThat(second.value(first.bytes(value))).isNull();
        assertThat(first.value(plain.bytes(value))).isNull();
        assertThat(plain.value(first.bytes(value))).isNull();
    }

    private static String key(byte fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
