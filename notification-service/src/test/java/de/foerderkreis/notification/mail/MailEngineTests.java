package de.foerderkreis.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.Mailbox;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.notification.delivery.MailLedger;
import de.foerderkreis.notification.mail.MoodyServer.Mood;
import de.foerderkreis.platformtest.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@NotificationTest
class MailEngineTests {

    @Autowired District world;
    @Autowired Dispatch dispatch;
    @Autowired MailLedger ledger;
    @Autowired Composer composer;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvcTester mvc;

    private final String district = District.fresh();
    private final String town = district + "068";
    private final String address = District.address(town, "MAYOR");

    @BeforeEach
    void aMailToOneMayorIsDue() {
        world.emptyQueue();
        var caseId = world.openCase(district);
        world.contact(town, "MAYOR", "HERR", "Max Muster");
        world.awaitContacts(district, 1);
        world.awaitRows(district, "known_case", 1);
        var round = world.round(caseId, List.of(town));
        world.tell(district, ConsultationOpened.TOPIC, round.roundId(), round);
        world.awaitDeliveries(district, "CONSULTATION_OPENED", 3);
    }

    @Test
    void sendsOnceAndTellsSo() {
        assertThat(dispatch.batch()).isOne();
        assertThat(state()).isEqualTo("SENT");
        assertThat(dispatch.batch()).isZero();
        assertThat(Mailbox.to(address))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject())
                            .isEqualTo(
                                    "[50.2-KI-2012] Bitte um Stellungnahme: Entwurf der Konzeption");
                    assertThat(mail.id()).isEqualTo("<" + mailId() + "@foerderkreis.invalid>");
                    assertThat(mail.unsubscribe()).isNull();
                });
        assertThat(events("NotificationSent")).isOne();
    }

    @Test
    void waitsForAMailServerThatIsDownAndThenSendsOnce() {
        Mailbox.down();
        try {
            dispatch.batch();
            assertThat(state()).isEqualTo("PENDING");
            assertThat(reason()).isEqualTo("NO_CONNECTION");
        } finally {
            Mailbox.up();
        }
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> dispatch.batch() == 1);
        assertThat(state()).isEqualTo("SENT");
        assertThat(Mailbox.to(address)).hasSize(1);
        assertThat(outcomes()).containsExactly("NOT_SENT", "ACCEPTED");
    }

    @Test
    void givesUpAfterTheLastRetry() {
        try (var server = new MoodyServer(Mood.DEFERS_RECIPIENT)) {
            var moody = to(server);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> {
                        moody.batch();
                        return state().equals("GAVE_UP");
                    });
        }
        assertThat(outcomes()).containsExactly("NOT_SENT", "NOT_SENT", "NOT_SENT");
        assertThat(reason()).isEqualTo("TEMPORARY_REFUSAL");
        assertThat(queued()).isZero();
        assertThat(events("NotificationFailed")).isOne();
    }

    @Test
    void neverTriesAgainWhatWasRefusedForGood() {
        try (var server = new MoodyServer(Mood.REFUSES_RECIPIENT)) {
            to(server).batch();
        }
        assertThat(state()).isEqualTo("BOUNCED");
        assertThat(dispatch.batch()).isZero();
    }

    @Test
    void doesNotSendAgainByItselfWhenNoAnswerCame() {
        try (var server = new MoodyServer(Mood.HANGS_UP_AFTER_THE_END)) {
            to(server).batch();
            assertThat(server.taken()).isOne();
        }
        assertThat(state()).isEqualTo("UNCLEAR");
        assertThat(reason()).isEqualTo("NO_REPLY");
        assertThat(dispatch.batch()).isZero();
        assertThat(Mailbox.to(address)).isEmpty();
    }

    @Test
    void whoeverDiesBetweenAcceptanceAndCommitLeavesAnUnclearMailThatIsNotSentAgain() {
        dyingInTheWindow();
        assertThat(Mailbox.to(address)).hasSize(1);
        assertThat(state()).isEqualTo("SENDING");

        // The lease is one second here; nobody may touch the mail before it has ended.
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> {
                    dispatch.batch();
                    return state().equals("UNCLEAR");
                });
        assertThat(reason()).isEqualTo("PROCESS_DIED");
        assertThat(dispatch.batch()).isZero();
        assertThat(Mailbox.to(address)).hasSize(1);
        assertThat(events("NotificationFailed")).isOne();
    }

    @Test
    void aPersonSendsAgainWithTheSameMessageId() {
        dyingInTheWindow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> {
                    dispatch.batch();
                    return state().equals("UNCLEAR");
                });
        assertThat(resend(Tokens.mayor(town))).isEqualTo(403);
        assertThat(resend(Tokens.clerk(District.fresh()))).isEqualTo(404);
        assertThat(
                        mvc.post()
                                .uri("/api/notification/v1/deliveries/{id}/resend", mailId())
                                .header("Authorization", "Bearer " + Tokens.clerk(district)))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.warning")
                .asString()
                .contains("vielleicht zweimal");
        assertThat(dispatch.batch()).isOne();
        assertThat(state()).isEqualTo("SENT");
        assertThat(Mailbox.to(address))
                .hasSize(2)
                .extracting(Mailbox.Mail::id)
                .containsOnly("<" + mailId() + "@foerderkreis.invalid>");
        assertThat(resend(Tokens.clerk(district)))
                .as("what was sent is not sent again")
                .isEqualTo(409);
    }

    @Test
    void whoSentItMayReportLate() {
        var late =
                new Dispatch(
                        ledger,
                        composer,
                        PostmanTests.settings(Mailbox.port()),
                        () ->
                                Awaitility.await()
                                        .atMost(Duration.ofSeconds(5))
                                        .until(() -> {
                                            dispatch.batch();
                                            return state().equals("UNCLEAR");
                                        }));
        late.batch();
        assertThat(state()).isEqualTo("SENT");
        assertThat(Mailbox.to(address)).hasSize(1);
    }

    @Test
    void holdsNeitherATransactionNorALockWhileTheServerIsCalled() {
        var open = new AtomicBoolean(true);
        new Dispatch(
                        ledger,
                        composer,
                        PostmanTests.settings(Mailbox.port()),
                        () -> {
                            open.set(TransactionSynchronizationManager.isActualTransactionActive());
                            // Would wait for ever if the row were locked.
                            world.in(
                                    district,
                                    () ->
                                            jdbc.sql(
                                                            "select id from delivery where id = ? for update nowait")
                                                    .param(mailId())
                                                    .query()
                                                    .singleRow());
                        })
                .batch();
        assertThat(open).isFalse();
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void twoProcessesNeverTakeTheSameMail() {
        assertThat(ledger.lease(10)).hasSize(1);
        assertThat(ledger.lease(10)).isEmpty();
    }

    @Test
    void workersAreWokenByTheCommit() {
        world.emptyQueue();
        var workers = new MailWorkers(dispatch, PostmanTests.settings(Mailbox.port()));
        workers.start();
        try {
            world.in(
                    district,
                    () ->
                            jdbc.sql("insert into mail_queue (delivery_id, district) values (?, ?)")
                                    .params(mailId(), district)
                                    .update());
            workers.on(new de.foerderkreis.notification.delivery.MailsDue());
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> state().equals("SENT"));
        } finally {
            workers.stop();
        }
        assertThat(workers.isRunning()).isFalse();
    }

    private void dyingInTheWindow() {
        var dying =
                new Dispatch(
                        ledger,
                        composer,
                        PostmanTests.settings(Mailbox.port()),
                        () -> {
                            throw new ThreadDeathInTheWindow();
                        });
        // Message-IDs carry the configured domain; the dying process is configured like the living
        // one.
        assertThatExceptionOfType(ThreadDeathInTheWindow.class).isThrownBy(dying::batch);
    }

    private Dispatch to(MoodyServer server) {
        return new Dispatch(ledger, composer, PostmanTests.settings(server.port()), () -> {});
    }

    private int resend(String token) {
        return mvc.post()
                .uri("/api/notification/v1/deliveries/{id}/resend", mailId())
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private UUID mailId() {
        return world.deliveries(district, "CONSULTATION_OPENED").stream()
                .filter(it -> it.channel().equals("MAIL"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String state() {
        return read("select state from delivery where channel = 'MAIL'");
    }

    private String reason() {
        return read("select reason from delivery where channel = 'MAIL'");
    }

    private String read(String sql) {
        return world.in(district, () -> jdbc.sql(sql).query(String.class).single());
    }

    private List<String> outcomes() {
        return world.in(
                district,
                () ->
                        jdbc.sql("select outcome from delivery_attempt order by number")
                                .query(String.class)
                                .list());
    }

    private int queued() {
        return jdbc.sql("select count(*) from mail_queue").query(Integer.class).single();
    }

    private int events(String type) {
        return world.in(
                district,
                () ->
                        jdbc.sql("select count(*) from delivery where event_version > 0")
                                .query(Integer.class)
                                .single());
    }

    /** Stands for the end of the process: nothing after it runs. */
    static class ThreadDeathInTheWindow extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
