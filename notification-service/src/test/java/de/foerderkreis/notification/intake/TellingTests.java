package de.foerderkreis.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.application.ApplicationSubmitted;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.ConsultationReminderDue;
import de.foerderkreis.contracts.stakeholder.StatementLate;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.District.Delivery;
import de.foerderkreis.notification.Mailbox;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.notification.mail.Pump;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationTest
class TellingTests {

    private static final String[] TOWNS = {
        "004", "008", "012", "016", "020", "024", "028", "032", "036", "040", "044", "048", "052",
        "056", "060", "064", "068", "072", "076"
    };

    @Autowired District world;
    @Autowired Pump pump;

    private final String district = District.fresh();
    private UUID caseId;

    @BeforeEach
    void aCase() {
        world.emptyQueue();
        caseId = world.openCase(district);
        world.awaitRows(district, "known_case", 1);
    }

    @Test
    void tellsNineteenMayorsByMailAndInboxAndTheirOfficialsByInbox() {
        var towns = District.towns(district, TOWNS);
        towns.forEach(it ->
                world.contact(it, "MAYOR", it.endsWith("008") ? "FRAU" : "HERR", "Kim Muster"));
        world.awaitContacts(district, 19);
        var round = world.round(caseId, towns);
        world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round);

        var told = world.awaitDeliveries(district, "CONSULTATION_OPENED", 57);
        assertThat(told).hasSize(57);
        assertThat(told)
                .filteredOn(it -> it.channel().equals("MAIL"))
                .hasSize(19)
                .allSatisfy(it -> {
                    assertThat(it.function()).isEqualTo("MAYOR");
                    assertThat(it.state()).isEqualTo("PENDING");
                });
        assertThat(told)
                .filteredOn(it -> it.function().equals("OFFICIAL"))
                .hasSize(19)
                .allSatisfy(it -> {
                    assertThat(it.channel()).isEqualTo("PORTAL");
                    assertThat(it.state()).isEqualTo("SENT");
                });

        pump.all();
        var salutations =
                towns.stream()
                        .map(it -> Mailbox.to(District.address(it, "MAYOR")))
                        .map(mails -> mails.getFirst().text().lines().findFirst().orElseThrow())
                        .toList();
        assertThat(salutations)
                .filteredOn("Sehr geehrte Frau Bürgermeisterin Muster,"::equals)
                .hasSize(1);
        assertThat(salutations)
                .filteredOn("Sehr geehrter Herr Bürgermeister Muster,"::equals)
                .hasSize(18);
    }

    @Test
    void remindsExactlyTheSixNamedTowns() {
        var six = District.towns(district, "028", "036", "052", "064", "068", "076");
        District.towns(district, TOWNS)
                .forEach(it -> world.contact(it, "MAYOR", "HERR", "Kim Muster"));
        world.awaitContacts(district, 19);
        var reminder =
                new ConsultationReminderDue(
                        UUID.randomUUID(),
                        caseId,
                        "Entwurf der Konzeption",
                        1,
                        false,
                        LocalDate.of(2014, 3, 4),
                        six,
                        3);
        world.tell(district, ConsultationReminderDue.TOPIC, reminder.roundId(), reminder);

        var told = world.awaitDeliveries(district, "CONSULTATION_REMINDER", 12);
        assertThat(told).hasSize(12);
        assertThat(told).extracting(Delivery::organisation).hasSameElementsAs(six);
        assertThat(told).extracting(Delivery::function).containsOnly("MAYOR");
        pump.all();
        for (var town : District.towns(district, TOWNS)) {
            assertThat(Mailbox.to(District.address(town, "MAYOR")))
                    .as(town)
                    .hasSize(six.contains(town) ? 1 : 0);
        }
    }

    @Test
    void aRedeliveredEventTellsNobodyTwice() {
        var town = district + "068";
        world.contact(town, "MAYOR", "HERR", "Max Muster");
        world.awaitContacts(district, 1);
        var round = world.round(caseId, List.of(town));
        var event = UUID.randomUUID();
        world.send(district, ConsultationOpened.TOPIC, round.roundId().toString(), event, round);
        world.awaitDeliveries(district, "CONSULTATION_OPENED", 3);
        pump.all();
        world.send(district, ConsultationOpened.TOPIC, round.roundId().toString(), event, round);
        var later = world.round(caseId, List.of(district + "004"));
        world.awaitHandled(
                "notification.consultations",
                world.tell(district, ConsultationOpened.TOPIC, round.roundId(), later));
        assertThat(world.deliveries(district, "CONSULTATION_OPENED"))
                .filteredOn(it -> it.organisation().equals(town))
                .hasSize(3);
        pump.all();
        assertThat(Mailbox.to(District.address(town, "MAYOR"))).hasSize(1);
    }

    @Test
    void waitsForAContactThatArrivesAfterTheEvent() {
        var town = district + "068";
        var round = world.round(caseId, List.of(town));
        world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round);
        assertThat(world.awaitDeliveries(district, "CONSULTATION_OPENED", 3))
                .filteredOn(it -> it.channel().equals("MAIL"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.state()).isEqualTo("WAITING_FOR_CONTACT");
                    assertThat(it.reason()).isEqualTo("NO_CONTACT");
                });
        pump.all();
        assertThat(Mailbox.to(District.address(town, "MAYOR"))).isEmpty();

        world.contact(town, "MAYOR", "FRAU", "Erika Muster");
        world.awaitContacts(district, 1);
        pump.all();
        assertThat(Mailbox.to(District.address(town, "MAYOR")))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.text())
                                .startsWith("Sehr geehrte Frau Bürgermeisterin Muster,"));
    }

    @Test
    void saysNothingConfidentialAboutAStatement() {
        var town = district + "068";
        world.contact(district, "CLERK", "FRAU", "Anna Amt");
        world.contact(town, "MAYOR", "HERR", "Max Muster");
        world.municipality(town, "Troisdorf");
        world.awaitContacts(district, 2);
        world.awaitRows(district, "known_municipality", 1);
        var round = world.round(caseId, List.of(town));
        world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round);
        var statement =
                new StatementSubmitted(
                        round.roundId(),
                        caseId,
                        UUID.randomUUID(),
                        town,
                        "REJECT",
                        "PORTAL",
                        Instant.parse("2014-02-25T09:15:30Z"),
                        13,
                        19,
                        5);
        world.tell(district, StatementSubmitted.TOPIC, round.roundId(), statement);
        world.awaitDeliveries(district, "STATEMENT_RECEIVED", 2);
        world.awaitDeliveries(district, "STATEMENT_RECEIPT", 2);
        pump.all();

        var clerk = Mailbox.to(District.address(district, "CLERK")).getFirst();
        assertThat(clerk.subject())
                .isEqualTo("[50.2-KI-2012] Stellungnahme eingegangen: Troisdorf");
        assertThat(clerk.text())
                .contains("Bisher geantwortet: 13 von 19 Kommunen.")
                .contains("25.02.2014, 10:15:30 Uhr");
        var mayor = Mailbox.to(District.address(town, "MAYOR")).getLast();
        assertThat(mayor.subject()).contains("Eingangsbestätigung");
        for (var mail : List.of(clerk, mayor)) {
            assertThat(mail.subject() + mail.text() + mail.html())
                    .doesNotContainIgnoringCase("reject")
                    .doesNotContainIgnoringCase("ablehn")
                    .doesNotContainIgnoringCase("zustimm");
        }
        assertThat(clerk.text()).doesNotContain("Max Muster");
        assertThat(mayor.text()).doesNotContain("Anna Amt");
    }

    @Test
    void aLateStatementIsToldAsLateAndConfirmedToItsTown() {
        var town = district + "076";
        var round = world.round(caseId, List.of(town));
        world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round);
        var late =
                new StatementLate(
                        round.roundId(),
                        caseId,
                        UUID.randomUUID(),
                        town,
                        "NEUTRAL",
                        "LETTER",
                        Instant.parse("2014-03-06T09:00:00Z"),
                        9);
        world.tell(district, StatementLate.TOPIC, round.roundId(), late);
        assertThat(world.awaitDeliveries(district, "STATEMENT_LATE", 2))
                .extracting(Delivery::organisation, Delivery::function)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(district, "CLERK"));
        assertThat(world.awaitDeliveries(district, "STATEMENT_RECEIPT", 2))
                .extracting(Delivery::organisation)
                .containsOnly(town);
    }

    @Test
    void tellsClerkAndHeadOfTheEndOfARoundOnceEvenIfItsResultIsCorrected() {
        var town = district + "068";
        var round = world.round(caseId, List.of(town));
        world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round);
        for (var version = 7; version <= 8; version++) {
            var closed =
                    new ConsultationClosed(
                            round.roundId(),
                            caseId,
                            "DRAFT_OPINION",
                            LocalDate.of(2014, 3, 4),
                            Instant.parse("2014-03-04T23:00:00Z"),
                            19,
                            18,
                            List.of(),
                            version);
            world.awaitHandled(
                    "notification.consultations",
                    world.tell(district, ConsultationClosed.TOPIC, round.roundId(), closed));
        }
        assertThat(world.deliveries(district, "CONSULTATION_CLOSED"))
                .extracting(Delivery::function)
                .containsExactlyInAnyOrder("CLERK", "CLERK", "HEAD", "HEAD");
    }

    @Test
    void townsHearOfAnApplicationEvenIfTheirRoundIsHeardOfLater() {
        var towns = District.towns(district, "004", "068");
        var submitted =
                new ApplicationSubmitted(
                        caseId,
                        UUID.randomUUID(),
                        1,
                        "MAIS",
                        "50.2-KI-2012",
                        LocalDate.of(2014, 4, 15),
                        "ab".repeat(32),
                        4);
        world.tell(district, ApplicationSubmitted.TOPIC, caseId, submitted);
        assertThat(world.awaitDeliveries(district, "APPLICATION_SUBMITTED", 4))
                .extracting(Delivery::function)
                .containsExactlyInAnyOrder("HEAD", "HEAD", "LANDRAT", "LANDRAT");

        var round = world.round(caseId, towns);
        world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round);
        assertThat(world.awaitDeliveries(district, "APPLICATION_SUBMITTED", 8))
                .hasSize(8)
                .filteredOn(it -> it.function().equals("MAYOR"))
                .extracting(Delivery::organisation)
                .hasSameElementsAs(towns);
    }

    @Test
    void anErasedContactGetsNothingMoreAndLeavesNoTrace() {
        var town = district + "068";
        var mayor = world.contact(town, "MAYOR", "HERR", "Max Muster");
        world.awaitContacts(district, 1);
        var round = world.round(caseId, List.of(town));
        world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round);
        world.awaitDeliveries(district, "CONSULTATION_OPENED", 3);
        world.erase(district, mayor);
        org.awaitility.Awaitility.await().until(() -> world.count(district, "contact") == 0);
        pump.all();
        assertThat(Mailbox.to(District.address(town, "MAYOR"))).isEmpty();
        assertThat(world.deliveries(district, "CONSULTATION_OPENED"))
                .filteredOn(it -> it.channel().equals("MAIL"))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo("WAITING_FOR_CONTACT"));
    }
}
