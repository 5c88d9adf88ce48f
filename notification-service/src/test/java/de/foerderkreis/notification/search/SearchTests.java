package de.foerderkreis.notification.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.foerderkreis.contracts.application.CaseTaskClosed;
import de.foerderkreis.contracts.application.CaseTaskOpened;
import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.contracts.stakeholder.BodyPositionRecorded;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.PartnerState;
import de.foerderkreis.notification.District;
import de.foerderkreis.notification.NotificationTest;
import de.foerderkreis.platformtest.TestStack;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.portal.check.RenderedPage;
import java.io.UnsupportedEncodingException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NotificationTest
class SearchTests {

    private final District world;
    private final MockMvcTester mvc;
    private final JdbcClient jdbc;
    private final String databaseUrl;
    private final String owner;
    private final String app;

    private final String district = District.fresh();
    private final String clerk = Tokens.clerk(district);
    private final String troisdorf = district + "068";
    private UUID caseId;

    SearchTests(
            @Autowired District world,
            @Autowired MockMvcTester mvc,
            @Autowired JdbcClient jdbc,
            @Value("${FK_DB_URL}") String databaseUrl,
            @Value("${FK_DB_OWNER_USER}") String owner,
            @Value("${FK_DB_APP_USER}") String app) {
        this.app = app;
        this.world = world;
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.databaseUrl = databaseUrl;
        this.owner = owner;
    }

    @BeforeEach
    void aCase() {
        caseId = world.openCase(district);
        world.municipality(troisdorf, "Troisdorf");
        world.municipality(district + "024", "Königswinter");
        world.awaitRows(district, "search_entry", 3);
    }

    @Test
    void oneSearchFindsWhateverEventsTold() {
        application(
                new ResolutionAdopted(
                        caseId,
                        UUID.randomUUID(),
                        "KREISTAG",
                        LocalDate.of(2014, 3, 20),
                        "ADOPTED_MAJORITY",
                        9));
        stakeholder(
                new BodyPositionRecorded(
                        caseId,
                        UUID.randomUUID(),
                        "HVB",
                        "Dienstbesprechung der Hauptverwaltungsbeamten",
                        LocalDate.of(2014, 2, 21),
                        "MOSTLY_REJECT",
                        null,
                        4));
        world.tell(
                district,
                PartnerState.TOPIC,
                district + "-jobcenter",
                new PartnerState(
                        district + "-jobcenter", "Jobcenter Muster", "JOBCENTER", true, 1));
        world.awaitRows(district, "search_entry", 6);
        assertThat(kinds("KIZ", clerk)).contains("CASE");
        assertThat(kinds("50.2-KI-2012", clerk)).containsExactly("CASE");
        assertThat(kinds("koenigswinter", clerk)).containsExactly("MUNICIPALITY");
        assertThat(kinds("20.03.2014", clerk)).containsExactly("RESOLUTION");
        assertThat(kinds("kreistag märz", clerk)).containsExactly("RESOLUTION");
        assertThat(kinds("HVB 21.02.2014", clerk)).containsExactly("MEETING");
        assertThat(kinds("jobcenter", clerk)).containsExactly("PARTNER");
        assertThat(kinds("", clerk)).isEmpty();
        assertThat(kinds("%_' or true --", clerk)).isEmpty();
    }

    @Test
    void everybodyFindsOnlyWhatTheyMaySee() {
        var round = world.round(caseId, List.of(troisdorf));
        stakeholder(round);
        assertThat(kinds("KI", Tokens.mayor(troisdorf))).containsExactly("CASE");
        assertThat(kinds("Entwurf", Tokens.official(troisdorf))).containsExactly("ROUND");
        assertThat(kinds("KI", Tokens.mayor(district + "024"))).as("not asked").isEmpty();
        assertThat(kinds("KI", Tokens.admin(district))).as("no content").isEmpty();
        assertThat(kinds("KI", Tokens.partner(district + "-p"))).isEmpty();
        assertThat(kinds("Troisdorf", Tokens.partner(district + "-p")))
                .containsExactly("MUNICIPALITY");
        assertThat(kinds("KI", Tokens.clerk(District.fresh()))).as("another district").isEmpty();
        assertThat(kinds("KI", Tokens.reviewer("05-mais"))).isEmpty();
    }

    @Test
    void aTaskIsFoundByItsRoleUntilItIsDone() {
        var task = UUID.randomUUID();
        application(
                new CaseTaskOpened(
                        caseId,
                        task,
                        "FURTHER_TALKS",
                        "Gespräche mit den Kommunen",
                        "head",
                        LocalDate.of(2014, 4, 1),
                        "/vorhaben/" + caseId,
                        3));
        assertThat(kinds("gespraeche", Tokens.head(district))).containsExactly("TASK");
        assertThat(kinds("gespraeche", clerk)).isEmpty();
        application(new CaseTaskClosed(caseId, task, 4));
        assertThat(kinds("gespraeche", Tokens.head(district))).isEmpty();
    }

    @Test
    void whatSoundsAlikeIsOfferedWhereNothingFits() {
        assertThat(search("Troisdrof", clerk)).bodyJson().extractingPath("$.alike").isEqualTo(true);
    }

    @Test
    void thePageWorksInBothLanguagesAlsoEmptyAndWithoutAResult()
            throws UnsupportedEncodingException {
        for (var language : List.of("de", "en")) {
            for (var typed : List.of("", "Troisdorf", "<script>alert(1)</script>")) {
                var page =
                        mvc.get()
                                .uri("/suche")
                                .param("q", typed)
                                .header("Authorization", "Bearer " + clerk)
                                .header("Accept", "text/html")
                                .header("Accept-Language", language)
                                .exchange();
                RenderedPage.of(page.getResponse().getContentAsString()).verify();
            }
        }
    }

    /** The body of the function as the server plans it, with many entries in the district. */
    @Test
    void theIndexOfWordsIsUsedAlthoughRowsAreKeptApart() throws SQLException {
        try (var connection = TestStack.administrator(databaseUrl);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into search_entry (district, kind, ref, title, link, words, roles, scope)
                    select '90001', 'CASE', 'plan-' || n, 'Plan', '/',
                        ' ' || md5(n::text) || ' ' || md5((n + 1)::text) || ' ', '{CLERK}', 'CASE'
                    from generate_series(1, 20000) n
                    """);
            // Also empties the index's list of pending entries, as autovacuum does.
            statement.execute("vacuum analyze search_entry");
            for (var function : List.of("search_find", "search_similar")) {
                var plan = new StringBuilder();
                statement.execute("reset role");
                var body = "";
                try (var row =
                        statement.executeQuery(
                                "select prosrc from pg_proc where proname = '" + function + "'")) {
                    assertThat(row.next()).isTrue();
                    body = row.getString(1);
                }
                statement.execute("set role " + owner);
                statement.execute("select set_config('app.district', '90001', false)");
                try (var rows = statement.executeQuery("explain " + filled(body))) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                assertThat(plan).as(function).contains("Bitmap Index Scan on search_entry_words");
            }
            var without = new StringBuilder();
            statement.execute("set role " + app);
            try (var rows =
                    statement.executeQuery(
                            "explain select * from search_entry where words ~ '(d41d8cd98f00)'")) {
                while (rows.next()) {
                    without.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(without)
                    .as("what the function is for: without it the index is lost")
                    .doesNotContain("search_entry_words");
            statement.execute("reset role");
            statement.execute("delete from search_entry where ref like 'plan-%'");
        }
    }

    @Test
    void theFunctionItselfKeepsDistrictsApart() {
        var hits =
                world.in(
                        "99999",
                        () ->
                                jdbc.sql(
                                                "select count(*) from search_find('(ki|troisdorf)', '{}', ' ', 'DISTRICT',"
                                                        + " '99999', '{CLERK}', 10)")
                                        .query(Integer.class)
                                        .single());
        assertThat(hits).isZero();
    }

    private static String filled(String body) {
        return body.replace("p_first", "'(d41d8cd98f00|c4ca4238)'")
                .replace("p_rest", "'{}'::text[]")
                .replace("p_start", "' d41d8'")
                .replace("p_words", "'d41d8cd98f00'")
                .replace("p_kind", "'DISTRICT'")
                .replace("p_organisation", "'90001'")
                .replace("p_roles", "'{CLERK}'::text[]")
                .replace("p_limit", "100");
    }

    private void application(Object event) {
        world.awaitHandled(
                "notification.applications",
                world.tell(district, ResolutionAdopted.TOPIC, caseId, event));
    }

    private void stakeholder(Object event) {
        world.awaitHandled(
                "notification.consultations",
                world.tell(district, ConsultationOpened.TOPIC, caseId, event));
    }

    private List<String> kinds(String typed, String token) {
        return JsonPath.read(body(search(typed, token)), "$.groups[*].kind");
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult search(String typed, String token) {
        return mvc.get()
                .uri("/api/notification/v1/search")
                .param("q", typed)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}
