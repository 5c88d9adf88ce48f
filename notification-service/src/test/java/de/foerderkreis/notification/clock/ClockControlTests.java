package de.foerderkreis.notification.clock;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.notification.District;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.Deadlines;
import de.foerderkreis.platformtest.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NotificationTest
class ClockControlTests {

    private static final String CLOCK = "/api/notification/v1/demo/clock";

    @Autowired District world;
    @Autowired ClockControl control;
    @Autowired ClockBook book;
    @Autowired BusinessClock clock;
    @Autowired Deadlines deadlines;
    @Autowired MockMvcTester mvc;

    private final String district = District.fresh();

    @Test
    void stopsAtEveryDueDateOnItsWay() {
        world.emptyQueue();
        var start = clock.now().truncatedTo(ChronoUnit.SECONDS);
        var first = start.plus(Duration.ofHours(30));
        var second = start.plus(Duration.ofHours(50));
        world.in(
                district,
                () -> {
                    // A function nobody comes to hold: the wait ends at its time.
                    deadlines.schedule(
                            "notification.contact-missing",
                            UUID.randomUUID().toString(),
                            first,
                            "{}");
                    deadlines.schedule(
                            "notification.contact-missing",
                            UUID.randomUUID().toString(),
                            second,
                            "{}");
                    return 0;
                });
        var target = start.plus(Duration.ofDays(3));
        var moved = move(Tokens.clerk(district), target);
        assertThat(moved)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.now")
                .isEqualTo(target.toString());
        assertThat(moved)
                .bodyJson()
                .extractingPath("$.steps")
                .asArray()
                .contains(first.toString(), second.toString(), target.toString());
        assertThat(moved)
                .bodyJson()
                .extractingPath("$.reached.notification")
                .isEqualTo(target.toString());
        assertThat(clock.now()).isEqualTo(target);
        assertThat(world.count(district, "deadline where district = '" + district + "'")).isZero();
    }

    @Test
    void neverGoesBack() {
        assertThat(move(Tokens.clerk(district), clock.now().minusSeconds(1)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:foerderkreis:problem:clock-only-forward");
    }

    @Test
    void isMovedByOneAtATime() {
        var running = book.begin(clock.now());
        try {
            assertThat(move(Tokens.clerk(district), clock.now().plusSeconds(60))).hasStatus(409);
        } finally {
            book.end(running, "DONE");
        }
    }

    @Test
    void isMovedByTheDistrictAndSeenByEverybody() {
        var town = district + "068";
        assertThat(move(Tokens.mayor(town), clock.now().plusSeconds(60))).hasStatus(403);
        assertThat(mvc.get().uri(CLOCK).header("Authorization", "Bearer " + Tokens.mayor(town)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.now")
                .isEqualTo(clock.now().toString());
        assertThat(mvc.get().uri(CLOCK)).hasStatus(401);
    }

    @Test
    void theNextStepGoesToTheNextDueDateOrTheNextWorkingMorning() {
        var start = clock.now();
        var due = start.plus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.SECONDS);
        world.in(
                district,
                () -> {
                    deadlines.schedule(
                            "notification.contact-missing",
                            UUID.randomUUID().toString(),
                            due,
                            "{}");
                    return 0;
                });
        assertThat(control.next().now()).isEqualTo(due);
        assertThat(control.next().now()).isEqualTo(ClockControl.nextWorkingMorning(due));
    }

    @Test
    void aWorkingMorningIsNeverOnAWeekend() {
        assertThat(ClockControl.nextWorkingMorning(Instant.parse("2014-02-28T09:00:00Z")))
                .isEqualTo(Instant.parse("2014-03-03T07:00:00Z"));
        assertThat(ClockControl.nextWorkingMorning(Instant.parse("2014-03-04T05:00:00Z")))
                .isEqualTo(Instant.parse("2014-03-04T07:00:00Z"));
    }

    @Test
    void thePageReturnsToWhereTheButtonWasButNeverToAnotherHost() {
        assertThat(ClockPages.back("http://localhost:8080/vorhaben/1?x=2"))
                .isEqualTo("/vorhaben/1");
        assertThat(ClockPages.back("http://evil.example//other")).isEqualTo("/demo");
        assertThat(ClockPages.back("not an address")).isEqualTo("/demo");
        assertThat(ClockPages.back(null)).isEqualTo("/demo");
    }

    private MvcTestResult move(String token, Instant to) {
        return mvc.post()
                .uri(CLOCK)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"now\":\"" + to + "\"}")
                .exchange();
    }
}
