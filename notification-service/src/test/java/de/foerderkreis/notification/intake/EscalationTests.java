package de.foerderkreis.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.foerderkreis.contracts.application.CaseTaskClosed;
import de.foerderkreis.contracts.application.CaseTaskOpened;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.Mailbox;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.notification.mail.Pump;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.rhythm.Rhythm;
import de.foerderkreis.notification.rhythm.RhythmSettings;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.DeadlineRunner;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A task that lies is told up the chain: clerk, head, Landrat, three working days each. */
@NotificationTest
class EscalationTests {

    @Autowired District world;
    @Autowired Pump pump;
    @Autowired BusinessClock clock;
    @Autowired DeadlineRunner deadlines;

    private final String district = District.fresh();
    private final UUID task = UUID.randomUUID();
    private UUID caseId;

    @BeforeEach
    void aDistrict() {
        world.emptyQueue();
        world.contact(district, "HEAD", "FRAU", "Erika Muster");
        world.contact(district, "LANDRAT", "HERR", "Max Muster");
        caseId = world.openCase(district);
        world.awaitContacts(district, 2);
        world.awaitRows(district, "known_case", 1);
    }

    @Test
    void aChainThatReachesNobodyIsRefusedAtTheStart() {
        var rhythm =
                new Rhythm(
                        LocalTime.of(18, 0),
                        LocalTime.of(7, 0),
                        true,
                        3,
                        Map.of(Function.CLERK, Function.TREASURER));
        var settings = new RhythmSettings(rhythm, Map.of());
        assertThatThrownBy(() -> Escalation.requireReachable(settings))
                .hasMessageContainingAll("foerderkreis.notification.rhythm", "TREASURER", "HEAD");
    }

    @Test
    void theNextFunctionIsToldAfterThreeWorkingDaysAndTheOneAfterItAfterThreeMore() {
        var due = monday();
        opened("clerk", due);
        runTo(due.plusDays(3), LocalTime.of(6, 59));
        pump.all();
        assertThat(mails("HEAD")).isZero();

        runTo(due.plusDays(3), LocalTime.of(7, 0));
        pump.all();
        assertThat(mails("HEAD")).isOne();
        assertThat(mails("LANDRAT")).isZero();

        runTo(due.plusDays(8), LocalTime.of(7, 0));
        pump.all();
        assertThat(mails("HEAD")).isOne();
        assertThat(mails("LANDRAT")).isOne();
        assertThat(Mailbox.to(District.address(district, "LANDRAT")).getFirst().text())
                .contains("/vorhaben/aufgabe")
                .as("the words of a task may be confidential")
                .doesNotContain("80.000");
    }

    @Test
    void aTaskThatIsDoneIsNotPassedOn() {
        var due = monday();
        opened("clerk", due);
        send(new CaseTaskClosed(caseId, task, 2), CaseTaskClosed.TOPIC);
        runTo(due.plusDays(8), LocalTime.of(7, 0));
        pump.all();
        assertThat(mails("HEAD")).isZero();
    }

    @Test
    void theSameTaskToldAgainIsPassedOnOnce() {
        var due = monday();
        opened("clerk", due);
        runTo(due.plusDays(3), LocalTime.of(7, 0));
        opened("clerk", due);
        runTo(due.plusDays(3), LocalTime.of(7, 0));
        pump.all();
        assertThat(mails("HEAD")).isOne();
    }

    @Test
    void aTaskRecordedAfterItsDayGetsThePatienceAsWell() {
        opened("head", clock.today().minusYears(1));
        runTo(clock.today(), LocalTime.of(23, 59));
        pump.all();
        assertThat(mails("LANDRAT")).isZero();
        runTo(clock.today().plusDays(6), LocalTime.of(7, 0));
        pump.all();
        assertThat(mails("LANDRAT")).isOne();
    }

    @Test
    void whereTheChainEndsNobodyIsTold() {
        opened("landrat", monday());
        runTo(monday().plusDays(8), LocalTime.of(7, 0));
        pump.all();
        assertThat(world.deliveries(district, "TASK_OVERDUE")).isEmpty();
    }

    /** A Monday from today with a week without public holidays after it. */
    private LocalDate monday() {
        var day = clock.today();
        while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void opened(String role, LocalDate dueOn) {
        send(
                new CaseTaskOpened(
                        caseId,
                        task,
                        "BURDEN_CHECK",
                        "Ausgleich prüfen: 80.000 Euro",
                        role,
                        dueOn,
                        "/vorhaben/aufgabe",
                        1),
                CaseTaskOpened.TOPIC);
    }

    private void send(Object event, String topic) {
        world.awaitHandled("notification.applications", world.tell(district, topic, caseId, event));
    }

    private void runTo(LocalDate day, LocalTime time) {
        deadlines.runDue(day.atTime(time).atZone(BusinessClock.ZONE).toInstant(), due -> {});
    }

    private long mails(String function) {
        return Mailbox.to(District.address(district, function)).stream()
                .filter(it -> it.subject().contains("Überfällige Aufgabe"))
                .count();
    }
}
