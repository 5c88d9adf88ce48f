package de.foerderkreis.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTests {

    /** The test vectors of RFC 6238 appendix B for SHA-1, cut to six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082, 1",
        "1111111109, 081804, 1",
        "1111111111, 050471, 29",
        "1234567890, 005924, 30",
        "2000000000, 279037, 10",
        "20000000000, 353130, 10"
    })
    void makesTheCodesOfTheStandard(long time, String digits, int seconds) {
        var code = OneTimeCode.at(Instant.ofEpochSecond(time), "12345678901234567890");
        assertThat(code).isEqualTo(new OneTimeCode(digits, seconds));
        assertThat(code.grouped()).isEqualTo(digits.substring(0, 3) + " " + digits.substring(3));
    }
}
