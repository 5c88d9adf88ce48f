package de.foerderkreis.notification.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealedTokenTests {

    private static final byte[] KEY = "a-key".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensWithItsKeyForItsInvitationOnly() {
        var sealed = SealedToken.seal("secret-token", "one", KEY);
        assertThat(SealedToken.open(sealed, "one", KEY)).isEqualTo("secret-token");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThatIllegalStateException()
                .isThrownBy(() -> SealedToken.open(sealed, "another", KEY));
        assertThatIllegalStateException()
                .isThrownBy(() -> SealedToken.open(sealed, "one", new byte[] {1}));
    }

    @Test
    void neverLooksTheSameTwice() {
        assertThat(SealedToken.seal("t", "one", KEY))
                .isNotEqualTo(SealedToken.seal("t", "one", KEY));
    }
}
