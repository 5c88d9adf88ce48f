package de.foerderkreis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import de.foerderkreis.story.Story;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In a real browser: Lohmar's mayor answers the consultation, the clerk sees it arrive. Every page
 * is kept as a picture and checked by axe.
 */
@Order(3)
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MayorAnswersJourneyTests {

    private static final Path PICTURES = Paths.get("target/screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Story story = RunningSystem.story();
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void openBrowser() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(
                                                Paths.get(
                                                        java.util.Objects.requireNonNullElse(
                                                                System.getenv(
                                                                        "FOERDERKREIS_CHROMIUM"),
                                                                "/usr/bin/chromium")))
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--no-first-run")));
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
        playwright.close();
    }

    @Test
    void theMayorAnswersAndTheClerkSeesIt() {
        try (var clerk = signIn("clerk", 1280);
                var mayor = signIn("mayor-lohmar", 390)) {
            var round = "/beteiligung/" + story.roundId();
            var desk = clerk.pages().getFirst();
            desk.navigate(RunningSystem.portal() + round);
            look(desk, "clerk-consultation-before");

            var phone = mayor.pages().getFirst();
            look(phone, "mayor-home");
            phone.navigate(RunningSystem.portal() + round);
            look(phone, "mayor-consultation");
            phone.navigate(RunningSystem.portal() + round + "/stellungnahme");
            phone.check("input[name=position][value=REJECT]");
            phone.check("input[name=reasons][value=EXTRA_COST]");
            phone.check("input[name=reasons][value=ALREADY_SUFFICIENT]");
            phone.fill("textarea[name=text]", "Demo: erfundene Position. Im Browser geschrieben.");
            look(phone, "mayor-editor");
            phone.click("button[name=act][value=preview]");
            look(phone, "mayor-preview");
            phone.click("main form button[type=submit]");
            phone.waitForURL(it -> it.contains("/quittung/"));
            assertThat(phone.textContent("main")).contains("05382-2014-");
            look(phone, "mayor-receipt");

            desk.reload();
            assertThat(desk.textContent("main")).contains("14 von 19");
            look(desk, "clerk-consultation-after");
        }
    }

    @Test
    void thePagesOfTheThreadAreAccessibleAndKeptAsPictures() {
        var caseId = story.caseId();
        try (var clerk = signIn("clerk", 1280);
                var treasurer = signIn("treasurer", 1280);
                var mayor = signIn("mayor-troisdorf", 390)) {
            visit(clerk, "clerk-home", "/");
            visit(clerk, "clerk-case", "/vorhaben/" + caseId);
            visit(clerk, "clerk-case-english", "/vorhaben/" + caseId + "?lang=en");
            visit(clerk, "clerk-requirements", "/vorhaben/" + caseId + "/anforderungen?lang=de");
            visit(clerk, "clerk-application", "/vorhaben/" + caseId + "/antrag/1");
            visit(clerk, "clerk-inbox", "/nachrichten");
            visit(clerk, "clerk-delivery", "/nachrichten/zustellung");
            visit(clerk, "clerk-municipalities", "/kommunen");
            visit(treasurer, "treasurer-cost-plan", "/finanzen/" + caseId + "/kosten");
            visit(treasurer, "treasurer-levy-effect", "/finanzen/" + caseId + "/umlage");
            visit(mayor, "mayor-town-sheet", "/finanzen/" + caseId + "/umlage/05382068");
            visit(mayor, "mayor-case", "/vorhaben/" + caseId);
        }
    }

    private void visit(BrowserContext person, String picture, String address) {
        var page = person.pages().getFirst();
        var answer = page.navigate(RunningSystem.portal() + address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        look(page, picture);
    }

    private BrowserContext signIn(String user, int width) {
        var context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setLocale("de-DE"));
        var page = context.newPage();
        page.navigate(RunningSystem.portal() + "/login");
        page.fill("input[name=username]", user);
        page.click("[type=submit]");
        page.waitForSelector("input[name=password]");
        page.fill("input[name=password]", RunningSystem.stack().demoPassword());
        page.click("[type=submit]");
        page.waitForURL(it -> it.startsWith(RunningSystem.portal().toString()));
        return context;
    }

    /** Keeps the page as a picture and insists that axe finds nothing. */
    private static void look(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(found)
                .as(() ->
                        name
                                + ": "
                                + found.stream()
                                        .map(it ->
                                                it.getId()
                                                        + " "
                                                        + it.getNodes().stream()
                                                                .map(node -> node.getHtml())
                                                                .toList())
                                        .toList())
                .isEmpty();
    }
}
