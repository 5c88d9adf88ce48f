package de.foerderkreis.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.audit.AuditQuery;
import de.foerderkreis.platform.audit.PersonalValue;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.AuditPages;
import de.foerderkreis.platformtest.TestStack;
import de.foerderkreis.portal.check.RenderedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What an auditor does on the pages; each test has a district, and so a chain, of its own. */
@FinanceTest
class AuditTrailReadingTests {

    private static final Pattern ARTICLE = Pattern.compile("<article");

    @Autowired MockMvcTester mvc;
    @Autowired Audit audit;
    @Autowired AuditQuery trail;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Value("${spring.datasource.url}")
    String url;

    @Test
    void anEmptyTrailSaysWhatWillStandThere() {
        assertThat(seen("05334", "", "leer"))
                .contains("Hier steht noch nichts")
                .doesNotContain("<article");
        assertThat(seen("05334", "/kette", "kette-leer")).contains("Es ist noch nichts versiegelt");
    }

    @Test
    void anEntrySaysWhoDidWhatForWhomAndWhy() {
        record(
                "05358",
                "cost-plan.saved",
                "4711",
                Map.of("amount", "10.00", "same", "x"),
                Map.of("amount", "12.00", "same", "x"),
                "Tarif 2014");
        sealed("05358", 1);

        var page = seen("05358", "", "liste");

        assertThat(page)
                .contains(
                        "Kostenplan gespeichert",
                        "für den Kreis 05358",
                        "Das System",
                        "4711",
                        "Tarif 2014")
                .contains("10.00", "12.00", "Betrag", "versiegelt als Nr. 1")
                .doesNotContain(">same<");
        assertThat(seen("05362", "", "fremd")).doesNotContain("4711");
    }

    @Test
    void theTrailIsNarrowedByObjectPersonActAndDay() {
        record("05366", "cost-plan.saved", "a", null, Map.of("year", 2014), null);
        record("05366", "cost-plan.locked", "b", null, Map.of("year", 2014), null);

        assertThat(articles(seen("05366", "?objekt=a&art=cost-plan", "objekt"))).isEqualTo(1);
        assertThat(articles(seen("05366", "?vorgang=cost-plan.locked", "vorgang"))).isEqualTo(1);
        assertThat(articles(seen("05366", "?person=system", "person"))).isEqualTo(2);
        assertThat(articles(seen("05366", "?person=jemand", "niemand"))).isZero();
        assertThat(seen("05366", "?person=jemand", "niemand")).contains("Kein Eintrag passt");
        assertThat(articles(seen("05366", "?von=1999-01-01&bis=1999-12-31", "frueher"))).isZero();
        assertThat(articles(seen("05366", "?von=1999-01-01&bis=2099-12-31", "tage"))).isEqualTo(2);
    }

    @Test
    void aDayThatIsNoneIsNamedAndStaysInItsField() {
        var page = seen("05370", "?von=gestern&objekt=a7", "fehler");
        assertThat(page)
                .contains(
                        "href=\"#f-von\"", "Das ist kein Tag", "value=\"gestern\"", "value=\"a7\"");
        assertThat(seen("05370", "?von=2014-03-01&bis=2014-02-01", "reihe"))
                .contains("Das Ende liegt vor dem Anfang");
        assertThat(seen("05370", "?vor=abc", "seite")).contains("Diese Seite gibt es nicht");
    }

    @Test
    void olderEntriesFollowByKeyAndTheFilterStays() {
        for (int i = 0; i < 53; i++) {
            record("05374", "cost-plan.saved", "plan", null, Map.of("number", i), null);
        }

        var first = seen("05374", "?objekt=plan", "erste");
        var next =
                Pattern.compile("rel=\"next\" href=\"/pruefung/finance([^\"]+)\"").matcher(first);

        assertThat(articles(first)).isEqualTo(50);
        assertThat(next.find()).isTrue();
        var behind = next.group(1).replace("&amp;", "&");
        assertThat(behind).contains("objekt=plan", "vor=");
        var last = seen("05374", behind, "zweite");
        assertThat(articles(last)).isEqualTo(3);
        assertThat(last).doesNotContain("rel=\"next\"").contains("Zum Anfang");
    }

    @Test
    void aPersonalValueIsReadableUntilItIsErased() {
        record(
                "05378",
                "cost-plan.saved",
                "4711",
                null,
                Map.of("name", PersonalValue.of("Erika Mustermann")),
                null);
        assertThat(seen("05378", "", "name")).contains("Erika Mustermann");

        Tenancy.run(
                "05378",
                () ->
                        transactions.executeWithoutResult(
                                status -> jdbc.sql("delete from audit_personal_value").update()));

        assertThat(seen("05378", "", "geloescht"))
                .doesNotContain("Erika")
                .contains("gelöscht", "sha256:");
    }

    @Test
    void theChainIsVerifiedInASentenceWithItsHead() {
        record("05382", "cost-plan.saved", "1", null, Map.of("year", 2014), null);
        var before = report("05382");
        await().atMost(Duration.ofSeconds(10)).until(() -> report("05382").unsealed().isEmpty());
        var head = report("05382").head();

        var page = seen("05382", "/kette", "kette");

        assertThat(page)
                .contains(
                        "Die Kette ist in Ordnung",
                        head.toString(),
                        "/api/finance/v1/audit/export");
        assertThat(head.position()).isGreaterThanOrEqualTo(before.sealed());
    }

    @Test
    void aTamperedEntryIsNamedInTheReadersLanguage() {
        record("05754", "cost-plan.saved", "1", null, Map.of("year", 2014), null);
        record("05754", "cost-plan.saved", "2", null, Map.of("year", 2014), null);
        sealed("05754", 2);
        try (var administrator =
                new SingleConnectionDataSource(TestStack.administrator(url), true)) {
            var client = JdbcClient.create(administrator);
            client.sql("set session_replication_role = replica").update();
            client.sql(
                            "update audit_entry set reason = 'geschönt' where district = '05754' and object_id = '2'")
                    .update();
        }

        assertThat(seen("05754", "/kette", "kette-kaputt"))
                .contains("Die Kette ist nicht in Ordnung")
                .containsPattern("Der Eintrag [0-9a-f-]{36} mit dem Siegel Nr. 2 wurde verändert");
        assertThat(seen("05754", "/kette?lang=en", "chain-broken"))
                .contains("The chain is not sound")
                .containsPattern("The entry [0-9a-f-]{36} with seal no. 2 was changed");
    }

    private static long articles(String page) {
        return ARTICLE.matcher(page).results().count();
    }

    private void record(
            String district,
            String action,
            String id,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        Tenancy.run(
                district,
                () ->
                        transactions.executeWithoutResult(status ->
                                audit.record(action, "cost-plan", id, before, after, reason)));
    }

    private de.foerderkreis.platform.audit.AuditVerifier.Report report(String district) {
        return Tenancy.call(district, null, () -> trail.verify());
    }

    private void sealed(String district, int entries) {
        await().atMost(Duration.ofSeconds(10)).until(() -> report(district).sealed() == entries);
    }

    /** The page, found whole; it stays under target/pages to be looked at. */
    private String seen(String district, String behind, String name) {
        var page = new AuditPages(mvc, "finance").page(district, behind);
        RenderedPage.of(page).verify();
        try {
            Files.createDirectories(Path.of("target", "pages"));
            Files.writeString(Path.of("target", "pages", "pruefung-" + name + ".html"), page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return page;
    }
}
