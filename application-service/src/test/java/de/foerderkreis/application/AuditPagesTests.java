package de.foerderkreis.application;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.platformtest.AuditPages;
import de.foerderkreis.portal.check.RenderedPage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail of this service, in its own words. */
@RunningService
class AuditPagesTests {

    @Autowired MockMvcTester mvc;
    @Autowired Audit audit;
    @Autowired TransactionTemplate transactions;

    @Test
    void theTrailIsTheAuditorsAndErasingTheAdministrators() {
        assertThat(pages().wrongDoors("05570")).isEmpty();
    }

    @Test
    void anActIsToldInTheWordsOfTheService() {
        record("05558", "case.opened", "case");

        var german = pages().page("05558", "");
        var english = pages().page("05558", "?lang=en");

        RenderedPage.of(german).verify();
        RenderedPage.of(english).verify();
        assertThat(german).contains("Vorhaben angelegt", "Titel", "Das System", "Amtsblatt");
        assertThat(english).contains("Case opened", "Title", "The system", "Amtsblatt");
    }

    @Test
    void anActWithoutAWordIsShownAsItIs() {
        record("05554", "thing.forgotten", "thing");
        var page = pages().page("05554", "");
        RenderedPage.of(page).verify();
        assertThat(page).contains("thing.forgotten");
    }

    private void record(String district, String action, String objectType) {
        Tenancy.run(
                district,
                () ->
                        transactions.executeWithoutResult(status ->
                                audit.record(
                                        action,
                                        objectType,
                                        "4711",
                                        null,
                                        Map.of("title", "Amtsblatt"),
                                        "weil es so ist")));
    }

    private AuditPages pages() {
        return new AuditPages(mvc, "application");
    }
}
