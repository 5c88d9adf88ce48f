package de.foerderkreis.stakeholder.cooperation;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import de.foerderkreis.contracts.stakeholder.CooperationRequested;
import de.foerderkreis.contracts.stakeholder.FollowUpOpened;
import de.foerderkreis.contracts.stakeholder.InvitationIssued;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.portal.check.RenderedPage;
import de.foerderkreis.stakeholder.MovableClock;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Step 8a of the story: six partners asked, five confirm, one stays silent. */
@StakeholderTest
class CooperationStoryTests {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final List<String> CATEGORIES =
            List.of(
                    "JOBCENTER",
                    "EMPLOYMENT_AGENCY",
                    "WELFARE_ASSOCIATION",
                    "SCHOOL_SUPERVISION",
                    "EDUCATION_NETWORK",
                    "MIGRANT_ORGANISATION");
    private static final Map<String, String> YES =
            Map.of("answer", "confirm", "function", "Geschäftsführung", "note", "");

    @Autowired Portal portal;
    @Autowired Wire wire;
    @Autowired MovableClock clock;

    private final String district = Portal.freshDistrict();
    private final String clerk = Tokens.clerk(district);
    private final UUID caseId = UUID.randomUUID();

    @BeforeEach
    void standOnTheDayOfTheQuestion() {
        clock.at("2014-02-07T09:00:00Z");
    }

    @Test
    void fiveOfSixConfirmAndTheSilentOneIsNamed() {
        CATEGORIES.forEach(this::partner);
        var asked = ask(CATEGORIES.stream().map(this::alias).toList());
        wire.await(district, CooperationRequested.class, 6);
        var invitations = wire.await(district, InvitationIssued.class, 6);
        assertThat(invitations)
                .allMatch(it -> it.topic().equals("foerderkreis.stakeholder.invitations.v1"))
                .allMatch(it -> it.key().equals(it.body().get("invitationId").asString()))
                .allMatch(it ->
                        it.body().get("validUntil").asString().equals("2014-02-21T23:00:00Z"));
        var byLetter = cooperation(asked, "EDUCATION_NETWORK").get("id").asString();
        invitations.stream()
                .map(CooperationStoryTests::token)
                .filter(it ->
                        !portal.html(portal.open("/l/" + it))
                                .matches("(?s).*Partner (EDUCATION|MIGRANT)_.*"))
                .forEach(it -> assertThat(portal.send("/l/" + it, YES)).hasStatus(302));
        clock.at("2014-02-12T09:00:00Z");
        var recorded =
                portal.ok(
                        portal.file(
                                clerk,
                                Portal.API + "/cooperations/" + byLetter + "/letter",
                                "brief.pdf",
                                PDF,
                                Map.of("receivedOn", "2014-02-11", "function", "Vorsitz")));
        assertThat(recorded.get("channel").asString()).isEqualTo("LETTER");

        var confirmed = wire.await(district, CooperationConfirmed.class, 5);
        assertThat(confirmed).allMatch(it -> it.key().equals(caseId.toString()));
        assertThat(confirmed.stream().map(it -> it.body().get("channel").asString()))
                .containsExactlyInAnyOrder("LINK", "LINK", "LINK", "LINK", "LETTER");
        assertThat(overview().get("missing").toString())
                .isEqualTo("[\"Partner MIGRANT_ORGANISATION\"]");
        clock.at("2014-02-21T22:59:59Z");
        assertThat(stateOfTheSilent()).isEqualTo("WAITING");
        clock.at("2014-02-21T23:00:00Z");
        assertThat(stateOfTheSilent()).isEqualTo("SILENT");
        var page = portal.html(portal.page(clerk, "/partner/zusammenarbeit"));
        assertThat(page)
                .contains("5 von 6 haben bestätigt.", "keine Antwort")
                .contains("Es fehlt: Partner MIGRANT_ORGANISATION.");
        RenderedPage.of(page).verify();
        assertThat(portal.html(portal.page(clerk, "/partner"))).contains("1 von 1 bestätigt");
    }

    @Test
    void lookingChangesNothingAndAnsweringWorksOnce() {
        partner("JOBCENTER");
        ask(List.of(alias("JOBCENTER")));
        var link = "/l/" + token(wire.await(district, InvitationIssued.class, 1).getFirst());
        for (var i = 0; i < 3; i++) {
            var page = portal.open(link);
            assertThat(page).hasStatusOk();
            assertThat(page.getResponse().getHeader("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.getResponse().getHeader("Cache-Control")).contains("no-store");
            RenderedPage.of(portal.html(page)).verify();
        }
        assertThat(state(0)).isEqualTo("WAITING");

        var nameless = portal.send(link, Map.of("answer", "confirm", "note", "Gern."));
        assertThat(nameless).hasStatus(422);
        assertThat(portal.html(nameless)).contains("#f-function", "Gern.");
        assertThat(portal.send(link, YES)).hasStatus(302);
        assertThat(portal.html(portal.open(link))).contains("Vielen Dank", "bestätigt");

        var again =
                portal.send(
                        link, Map.of("answer", "decline", "function", "X", "note", "Doch nicht"));
        assertThat(again).hasStatus(422);
        assertThat(portal.html(again)).contains("Doch nicht");
        assertThat(wire.await(district, CooperationConfirmed.class, 1)).hasSize(1);
        assertThat(state(0)).isEqualTo("CONFIRMED");
    }

    @Test
    void anExpiredLinkIsRenewedToTheKnownAddressOnly() {
        partner("JOBCENTER");
        ask(List.of(alias("JOBCENTER")));
        var first = wire.await(district, InvitationIssued.class, 1).getFirst();
        var link = "/l/" + token(first);
        clock.at("2014-02-21T22:59:59Z");
        assertThat(portal.html(portal.open(link))).contains("Antwort abschicken");
        clock.at("2014-02-21T23:00:00Z");
        assertThat(portal.html(portal.open(link)))
                .contains("Link abgelaufen", "Neuen Link anfordern")
                .doesNotContain("Antwort abschicken");
        assertThat(portal.send(link, YES)).hasStatus(422);

        // The clerk's own link does not make the partner wait, the one it asked for does.
        assertThat(portal.send(link + "/neu", Map.of())).hasStatus(302);
        var renewed = newest(2, token(first));
        assertThat(portal.send(link + "/neu", Map.of())).hasStatus(302);
        assertThat(wire.of(district, InvitationIssued.class)).hasSize(2);
        age();
        assertThat(portal.send(link + "/neu", Map.of())).hasStatus(302);
        var again = newest(3, token(first), token(renewed));
        assertThat(portal.send("/l/" + token(renewed), YES)).hasStatus(422);
        assertThat(renewed.body().get("contactId")).isEqualTo(first.body().get("contactId"));
        assertThat(portal.html(portal.open(link))).contains("Es gibt einen neueren Link");
        assertThat(portal.send(link, YES)).hasStatus(422);
        assertThat(portal.send("/l/" + token(again), YES)).hasStatus(302);
        assertThat(portal.html(portal.open(link))).contains("Vielen Dank");
    }

    @Test
    void theClerkSendsANewLinkAndTheOldOneEnds() {
        partner("JOBCENTER");
        var id = ask(List.of(alias("JOBCENTER"))).get("cooperations").get(0).get("id").asString();
        var first = token(wire.await(district, InvitationIssued.class, 1).getFirst());
        portal.ok(portal.post(clerk, "/cooperations/" + id + "/invitations", Map.of()));

        var second =
                wire.await(district, InvitationIssued.class, 2).stream()
                        .map(CooperationStoryTests::token)
                        .filter(it -> !it.equals(first))
                        .findFirst()
                        .orElseThrow();
        assertThat(portal.send("/l/" + first, YES)).hasStatus(422);
        assertThat(portal.send("/l/" + second, YES)).hasStatus(302);
        assertThat(portal.post(clerk, "/cooperations/" + id + "/invitations", Map.of()))
                .hasStatus(409);
    }

    @Test
    void aRefusalLeavesATaskAndALetterMayTurnIt() {
        partner("JOBCENTER");
        var id = ask(List.of(alias("JOBCENTER"))).get("cooperations").get(0).get("id").asString();
        var link = "/l/" + token(wire.await(district, InvitationIssued.class, 1).getFirst());

        portal.send(
                link, Map.of("answer", "decline", "function", "Leitung", "note", "Kein Personal"));

        assertThat(portal.html(portal.open(link))).contains("abgesagt");
        assertThat(state(0)).isEqualTo("DECLINED");
        assertThat(
                        wire.await(district, FollowUpOpened.class, 1)
                                .getFirst()
                                .body()
                                .get("title")
                                .asString())
                .contains("Partner JOBCENTER");
        assertThat(wire.of(district, CooperationConfirmed.class)).isEmpty();
        assertThat(overview().get("confirmed").asInt()).isZero();
        portal.ok(
                portal.file(
                        clerk,
                        Portal.API + "/cooperations/" + id + "/letter",
                        "brief.pdf",
                        PDF,
                        Map.of("receivedOn", "2014-02-07", "function", "Leitung")));
        assertThat(state(0)).isEqualTo("CONFIRMED");
    }

    @Test
    void aSignedInPartnerAnswersItsOwnRequestOnly() {
        partner("JOBCENTER");
        partner("OTHER");
        var all = ask(List.of(alias("JOBCENTER"), alias("OTHER"))).get("cooperations");
        var own = all.get(0).get("id").asString();
        var foreign = all.get(1).get("id").asString();
        var partner = Tokens.of(alias("JOBCENTER"), "partner");
        var yes = with("version", 0, "confirms", true, "function", "Leitung");

        assertThat(portal.ok(portal.get(partner, "/cooperations")).get(0).get("asked").asInt())
                .isEqualTo(1);
        assertThat(portal.get(partner, "/cooperations/" + foreign)).hasStatus(404);
        assertThat(portal.post(partner, "/cooperations/" + foreign + "/answer", yes))
                .hasStatus(404);
        assertThat(portal.page(partner, "/partner/zusammenarbeit/" + foreign)).hasStatus(404);
        assertThat(portal.html(portal.page(partner, "/partner/zusammenarbeit/" + own)))
                .contains("Antwort abschicken");
        assertThat(
                        portal.submit(
                                partner,
                                "/partner/zusammenarbeit/" + own + "/antwort",
                                with("version", 0, "answer", "confirm", "function", "Leitung")))
                .hasStatus(302);
        assertThat(
                        wire.await(district, CooperationConfirmed.class, 1)
                                .getFirst()
                                .body()
                                .get("channel")
                                .asString())
                .isEqualTo("PORTAL");
        assertThat(portal.post(partner, "/cooperations/" + own + "/answer", yes)).hasStatus(409);
    }

    @Test
    void nobodyIsAskedTwiceAndNoneIfOneCannotBeAsked() {
        partner("JOBCENTER");
        var unknown =
                portal.post(
                        clerk,
                        "/cooperations",
                        request(List.of(alias("JOBCENTER"), district + "-nobody")));
        assertThat(unknown).hasStatus(422);
        assertThat(portal.ok(portal.get(clerk, "/cooperations"))).isEmpty();
        ask(List.of(alias("JOBCENTER")));
        assertThat(portal.post(clerk, "/cooperations", request(List.of(alias("JOBCENTER")))))
                .hasStatus(422);
        assertThat(wire.await(district, InvitationIssued.class, 1)).hasSize(1);
    }

    @Test
    void foreignAndBrokenLinksGetADecentPage() {
        for (var wrong : List.of("x", "a".repeat(50), LinkSecret.fresh(district).token())) {
            var page = portal.open("/l/" + wrong);
            assertThat(page).hasStatus(404);
            assertThat(portal.html(page)).contains("Diesen Link kennen wir nicht");
            assertThat(portal.send("/l/" + wrong, YES)).hasStatus(404);
            assertThat(portal.send("/l/" + wrong + "/neu", Map.of())).hasStatus(404);
        }
    }

    @Test
    void everySecretIsLongAndFresh() {
        var some = new ArrayList<String>();
        for (var i = 0; i < 100; i++) {
            some.add(LinkSecret.fresh("05382").token());
        }
        assertThat(some).doesNotHaveDuplicates().allMatch(it -> it.length() == 50);
        assertThat(LinkSecret.read(some.getFirst()).orElseThrow().district()).isEqualTo("05382");
        assertThat(LinkSecret.read(some.getFirst()).orElseThrow().toString())
                .doesNotContain(some.getFirst());
    }

    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void theDatabaseKeepsTheHashAndTheTrailNoSecret() {
        partner("JOBCENTER");
        ask(List.of(alias("JOBCENTER")));
        var token = token(wire.await(district, InvitationIssued.class, 1).getFirst());
        var traces =
                Tenancy.call(
                        district,
                        null,
                        () ->
                                transaction.execute(it ->
                                        db.sql(
                                                        """
                                                        select (select count(*) from invitation where invitation::text like ?)
                                                             + (select count(*) from audit_entry where audit_entry::text like ?)\
                                                        """)
                                                .params("%" + token + "%", "%" + token + "%")
                                                .query(Integer.class)
                                                .single()));
        assertThat(traces).isZero();
    }

    /** As if the last link went out an hour ago. */
    private void age() {
        Tenancy.run(
                district,
                () ->
                        transaction.executeWithoutResult(it ->
                                db.sql(
                                                "update invitation set made_at = made_at - interval '1 hour'")
                                        .update()));
    }

    private void partner(String category) {
        portal.ok(
                portal.post(
                        clerk,
                        "/partners",
                        with(
                                "slug",
                                slug(category),
                                "name",
                                "Partner " + category,
                                "category",
                                category,
                                "email",
                                slug(category) + "@partner.example",
                                "contactName",
                                "A. Muster")));
    }

    private JsonNode ask(List<String> partners) {
        return portal.ok(portal.post(clerk, "/cooperations", request(partners)));
    }

    private Map<String, Object> request(List<String> partners) {
        return with(
                "caseId",
                caseId,
                "partners",
                partners,
                "dueOn",
                "2014-02-21",
                "text",
                "Arbeiten Sie mit uns zusammen?");
    }

    private JsonNode overview() {
        return portal.ok(portal.get(clerk, "/cooperations?caseId=" + caseId)).get(0);
    }

    private String stateOfTheSilent() {
        return cooperation(overview(), "MIGRANT_ORGANISATION").get("state").asString();
    }

    private static JsonNode cooperation(JsonNode overview, String category) {
        for (var it : overview.get("cooperations")) {
            if (it.get("category").asString().equals(category)) {
                return it;
            }
        }
        throw new AssertionError("No request of " + category);
    }

    private String state(int index) {
        return overview().get("cooperations").get(index).get("state").asString();
    }

    private String alias(String category) {
        return district + "-" + slug(category);
    }

    private static String slug(String category) {
        return category.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The link sent last, once this many went out. */
    private Wire.Event newest(int count, String... older) {
        return wire.await(district, InvitationIssued.class, count).stream()
                .filter(it -> !List.of(older).contains(token(it)))
                .findFirst()
                .orElseThrow();
    }

    private static String token(Wire.Event invitation) {
        return invitation.body().get("token").asString();
    }
}
