package de.foerderkreis.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.application.ApplicationDecided;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.Mailbox;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.notification.mail.Pump;
import de.foerderkreis.notification.rhythm.RhythmSettings;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.clock.DeadlineRunner;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What waits for an hour of the business clock, and that it comes exactly once. */
@NotificationTest
class WaitingMailTests {

    /** In this district it is quiet except for one minute a day. */
    private static final String QUIET = "99001";

    @Autowired District world;
    @Autowired Pump pump;
    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient jdbc;
    @Autowired JsonMapper json;
    @Autowired BusinessClock clock;
    @Autowired RhythmSettings rhythms;
    @Autowired DeadlineRunner deadlines;
    @Autowired Digest digest;
    @Autowired TransactionTemplate transactions;

    private String district = District.fresh();

    @BeforeEach
    void nothingWaits() {
        world.emptyQueue();
    }

    @Test
    void whatCanWaitGoesOutOnceAfterTheQuietAndWhatBelongsToADeadlineAtOnce() {
        district = QUIET;
        var town = QUIET + "068";
        world.contact(QUIET, "LANDRAT", "NEUTRAL", "Kim Muster");
        world.contact(town, "MAYOR", "NEUTRAL", "Alex Muster");
        world.awaitContacts(QUIET, 2);
        var caseId = aCase();
        decided(caseId);
        var round = world.round(caseId, List.of(town));
        world.awaitHandled(
                "notification.consultations",
                world.tell(QUIET, ConsultationOpened.TOPIC, round.roundId(), round));
        pump.all();
        assertThat(Mailbox.to(District.address(town, "MAYOR"))).hasSize(1);
        assertThat(mails()).isEmpty();
        assertThat(mailsOfLandrat())
                .singleElement()
                .extracting(District.Delivery::state, District.Delivery::reason)
                .containsExactly("PENDING", "QUIET_HOURS");
        assertThat(queued()).as("it waits for the clock, not in the queue").isZero();

        clockTo(rhythms.of(QUIET).nextMorning(clock.now()).toString());
        pump.all();
        assertThat(mails()).hasSize(1);
        assertThat(states()).containsExactly("SENT");
        deadlines.runDue(clock.now(), due -> {});
        pump.all();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void aDigestBringsEverythingOfADayInOneMail() {
        var caseId = aLandratWhoWantsADigest();
        decided(caseId);
        decided(caseId);
        pump.all();
        assertThat(states()).containsExactly("COLLECTED", "COLLECTED");

        untilMorning();
        pump.all();
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).contains("Ihre Tagesübersicht vom ");
                    assertThat(mail.text().split("Entscheidung liegt vor", -1)).hasSize(3);
                    assertThat(mail.text())
                            .contains("/vorhaben/" + caseId, "/nachrichten/einstellungen")
                            .doesNotContain("[(", "[#", "null");
                    assertThat(mail.html().split("<li>", -1)).hasSize(3);
                });
        assertThat(states()).containsExactly("BUNDLED", "BUNDLED");

        untilMorning();
        pump.all();
        assertThat(mails()).as("a day without news has no digest").hasSize(1);
    }

    @Test
    void aMailCollectedBeforeADueDigestRunsDoesNotPutItOff() {
        var caseId = aLandratWhoWantsADigest();
        decided(caseId);
        pump.all();
        var early = "due_at - interval '1 second'";
        world.in(
                district,
                () ->
                        jdbc.sql("update deadline set due_at = " + early + " where kind = ?")
                                .param(Digest.DUE)
                                .update());
        var before = digestDue();
        decided(caseId);
        pump.all();
        assertThat(states()).containsExactly("COLLECTED", "COLLECTED");
        assertThat(digestDue()).isEqualTo(before);

        untilMorning();
        pump.all();
        assertThat(mails()).hasSize(1);
        assertThat(states()).containsExactly("BUNDLED", "BUNDLED");
    }

    @Test
    void whoeverDiesWhileMakingADigestNeitherLosesNorDoublesIt() {
        decided(aLandratWhoWantsADigest());
        pump.all();
        makeDigest(true);
        pump.all();
        assertThat(states()).containsExactly("COLLECTED");
        assertThat(mails()).isEmpty();

        untilMorning();
        makeDigest(false);
        pump.all();
        assertThat(states()).containsExactly("BUNDLED");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whatIsSwitchedOffMeanwhileIsLeftOut() {
        decided(aLandratWhoWantsADigest());
        pump.all();
        assertThat(
                        put(
                                "\"items\":[{\"function\":\"LANDRAT\",\"notice\":\"APPLICATION_DECIDED\",\"enabled\":false}]"))
                .hasStatusOk();
        untilMorning();
        pump.all();
        assertThat(states()).containsExactly("SUPPRESSED");
        assertThat(mails()).isEmpty();
    }

    @Test
    void aDigestForAFunctionOfSomebodyElseIsRefused() {
        assertThat(put("\"items\":[],\"digests\":[{\"function\":\"HEAD\",\"daily\":true}]"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("preference-unknown");
    }

    @Test
    void theFormOffersTheDigestAndKeepsIt() {
        mvc.post()
                .uri("/nachrichten/einstellungen")
                .header("Authorization", "Bearer " + Tokens.landrat(district))
                .param("version", "0")
                .param("mail", "LANDRAT.APPLICATION_DECIDED")
                .param("daily", "LANDRAT")
                .exchange();
        assertThat(
                        mvc.get()
                                .uri("/nachrichten/einstellungen")
                                .header("Authorization", "Bearer " + Tokens.landrat(district))
                                .header("Accept", "text/html")
                                .header("Accept-Language", "de"))
                .hasStatusOk()
                .bodyText()
                .contains("Einmal am Tag gesammelt", "An Arbeitstagen um 07:00 Uhr")
                .containsPattern("name=\"daily\"[^>]*checked");
    }

    private UUID aLandratWhoWantsADigest() {
        world.contact(district, "LANDRAT", "NEUTRAL", "Kim Muster");
        world.awaitContacts(district, 1);
        assertThat(put("\"items\":[],\"digests\":[{\"function\":\"LANDRAT\",\"daily\":true}]"))
                .hasStatusOk();
        return aCase();
    }

    private UUID aCase() {
        var known = world.count(district, "known_case");
        var caseId = world.openCase(district);
        world.awaitRows(district, "known_case", known + 1);
        return caseId;
    }

    private void decided(UUID caseId) {
        var event =
                new ApplicationDecided(
                        caseId, UUID.randomUUID(), 1, "APPROVED", LocalDate.of(2014, 4, 1), 1);
        world.awaitHandled(
                "notification.applications",
                world.tell(district, ApplicationDecided.TOPIC, caseId, event));
    }

    private List<String> digestDue() {
        return world.in(
                district,
                () ->
                        jdbc.sql("select due_at::text from deadline where kind = ?")
                                .param(Digest.DUE)
                                .query(String.class)
                                .list());
    }

    private void makeDigest(boolean dying) {
        var recipient =
                world.in(
                        district,
                        () ->
                                jdbc.sql(
                                                "select recipient from delivery where channel = 'MAIL' and function ="
                                                        + " 'LANDRAT' limit 1")
                                        .query(String.class)
                                        .single());
        Tenancy.run(
                district,
                () ->
                        transactions.executeWithoutResult(transaction -> {
                            digest.onDue(recipient, clock.now(), "{}");
                            if (dying) {
                                transaction.setRollbackOnly();
                            }
                        }));
    }

    /** Runs what is due until then; the clock of the other tests stays. */
    private void untilMorning() {
        deadlines.runDue(rhythms.of(district).nextMorning(clock.now()), due -> {});
    }

    private void clockTo(String instant) {
        assertThat(
                        mvc.post()
                                .uri("/api/notification/v1/demo/clock")
                                .header("Authorization", "Bearer " + Tokens.clerk(district))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"now\":\"" + instant + "\"}"))
                .hasStatusOk();
        deadlines.runDue(clock.now(), due -> {});
    }

    private MvcTestResult put(String content) {
        var address = "/api/notification/v1/preferences";
        var token = "Bearer " + Tokens.landrat(district);
        var shown = mvc.get().uri(address).header("Authorization", token).exchange();
        var body = new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var version = json.readTree(body).path("version").asLong();
        return mvc.put()
                .uri(address)
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":%d,%s}".formatted(version, content))
                .exchange();
    }

    private List<Mailbox.Mail> mails() {
        return Mailbox.to(District.address(district, "LANDRAT"));
    }

    private List<District.Delivery> mailsOfLandrat() {
        return world.deliveries(district, "APPLICATION_DECIDED").stream()
                .filter(it -> it.channel().equals("MAIL") && it.function().equals("LANDRAT"))
                .toList();
    }

    private List<String> states() {
        return mailsOfLandrat().stream().map(District.Delivery::state).toList();
    }

    private int queued() {
        return jdbc.sql("select count(*) from mail_queue where district = ?")
                .param(district)
                .query(Integer.class)
                .single();
    }
}
