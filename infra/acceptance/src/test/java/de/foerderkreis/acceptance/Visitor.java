package de.foerderkreis.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.assertj.core.api.Assertions;

/** A person in front of a browser window of their own. */
final class Visitor implements AutoCloseable {

    private final BrowserContext profile;
    private final Page page;

    Visitor(BrowserContext profile) {
        this.profile = profile;
        this.page = profile.newPage();
    }

    /** Through the identity provider's two pages, by name and password. */
    Visitor signIn(String user) {
        page.navigate(RunningSystem.portal() + "/login");
        page.fill("input[name=username]", user);
        page.click("[type=submit]");
        page.waitForSelector("input[name=password]");
        page.fill("input[name=password]", RunningSystem.demoPassword());
        page.click("[type=submit]");
        page.waitForURL(it -> it.startsWith(RunningSystem.portal().toString()));
        return this;
    }

    Page page() {
        return page;
    }

    Keyboard keyboard() {
        return new Keyboard(page);
    }

    /** Opens a page of the portal, which has to be there for this person. */
    void open(String address) {
        var answer = page.navigate(RunningSystem.portal() + address);
        Assertions.assertThat(answer.status()).as(address).isEqualTo(200);
    }

    /** Opens a page, keeps it as a picture and insists that everybody can use it. */
    void visit(String picture, String address) {
        open(address);
        look(picture);
    }

    /** Keeps the page as it stands as a picture and insists that everybody can use it. */
    void look(String picture) {
        PageCheck.of(page, picture).everything();
    }

    /** The same for a browser without scripts, in which axe cannot run. */
    void lookWithoutScripts(String picture) {
        PageCheck.of(page, picture).withoutScripts();
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    void click(String selector) {
        page.click(selector);
    }

    /** Fills in the statement of a town that is against it, with two of the reasons. */
    void rejects(String text) {
        page.check("input[name=position][value=REJECT]");
        page.check("input[name=reasons][value=EXTRA_COST]");
        page.check("input[name=reasons][value=ALREADY_SUFFICIENT]");
        page.fill("textarea[name=text]", text);
    }

    /** Waits until the page's own content says this. */
    void reads(String sentence) {
        assertThat(page.locator("main").first()).containsText(sentence);
    }

    /** Waits until the note above the content confirms this. */
    void isTold(String sentence) {
        assertThat(page.locator(".fk-saved")).containsText(sentence);
    }

    /** Waits until the window shows this address of the portal, whatever its query. */
    void arrivesAt(String path) {
        page.waitForURL(it -> URI.create(it).getPath().equals(path));
    }

    /** Whom the window shows a link in; the new window is the same person's. */
    Page inNewWindow(String link) {
        var opened = profile.waitForPage(() -> page.click(link));
        opened.waitForLoadState();
        return opened;
    }

    /** A second window of the same person. */
    Page anotherWindow(String address) {
        var opened = profile.newPage();
        opened.navigate(RunningSystem.portal() + address);
        return opened;
    }

    @Override
    public void close() {
        profile.close();
    }
}
