package de.foerderkreis.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkTokenTests {

    private static final byte[] SECRET = "a-secret-of-the-tests".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER =
            "another-secret-of-the-tests".getBytes(StandardCharsets.UTF_8);

    private final LinkToken token = new LinkToken("05382", UUID.randomUUID());

    @Test
    void isReadAsItWasSigned() {
        assertThat(LinkToken.read(token.signed(SECRET), SECRET)).contains(token);
    }

    @Test
    void isWorthNothingUnderAnotherSecret() {
        assertThat(LinkToken.read(token.signed(OTHER), SECRET)).isEmpty();
    }

    @Test
    void isWorthNothingOnceAnyCharacterIsChanged() {
        var signed = token.signed(SECRET);
        // The last character carries unused bits only in part, so it is left out.
        for (var i = 0; i < signed.length() - 1; i++) {
            var other = signed.charAt(i) == 'A' ? 'B' : 'A';
            var tampered = signed.substring(0, i) + other + signed.substring(i + 1);
            assertThat(LinkToken.read(tampered, SECRET)).as(tampered).isEmpty();
        }
    }

    @Test
    void takesAnythingElseForNoLink() {
        assertThat(LinkToken.read("", SECRET)).isEmpty();
        assertThat(LinkToken.read("not base64 at all!", SECRET)).isEmpty();
        assertThat(LinkToken.read("AAAA", SECRET)).isEmpty();
    }
}
