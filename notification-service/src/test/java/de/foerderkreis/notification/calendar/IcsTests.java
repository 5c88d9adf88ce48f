package de.foerderkreis.notification.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IcsTests {

    @Test
    void foldsAt75OctetsWithoutCuttingACharacter() {
        var long1 = "Prüfung der Größe – äöüß 🏛 ".repeat(12);
        var written = new Ics().text("SUMMARY", long1).toString();
        assertThat(written).endsWith("\r\n");
        assertThat(written.split("\r\n"))
                .hasSizeGreaterThan(3)
                .allSatisfy(it ->
                        assertThat(it.getBytes(StandardCharsets.UTF_8).length)
                                .isLessThanOrEqualTo(75))
                .allSatisfy(it -> assertThat(it).doesNotContain("�"));
        assertThat(written.replace("\r\n ", "")).isEqualTo("SUMMARY:" + long1 + "\r\n");
    }

    @Test
    void escapesWhatWouldEndTheValue() {
        assertThat(new Ics().text("SUMMARY", "a;b,c\\d\nBEGIN:VALARM\u0007").toString())
                .isEqualTo("SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VALARM \r\n");
    }

    @Test
    void writesDaysAndInstants() {
        assertThat(
                        new Ics()
                                .day("DTSTART", LocalDate.of(2014, 3, 4))
                                .instant("DTSTAMP", Instant.parse("2014-02-17T08:00:00Z"))
                                .toString())
                .isEqualTo("DTSTART;VALUE=DATE:20140304\r\nDTSTAMP:20140217T080000Z\r\n");
    }
}
