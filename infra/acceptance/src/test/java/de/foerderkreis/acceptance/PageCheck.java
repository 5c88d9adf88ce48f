package de.foerderkreis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

/**
 * What every page has to stand: axe finds nothing, and at 400 % zoom (WCAG 1.4.10: a window of 1280
 * pixels is 320 wide then) nobody scrolls sideways to read it. Both states are kept as pictures.
 *
 * @param name of the pictures, without ending
 */
record PageCheck(Page page, String name) {

    private static final Path PICTURES = Paths.get("target/screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int ZOOMED_WIDTH = 320;
    private static final int ZOOMED_HEIGHT = 256;

    /** What sticks out of the window, and what scrolls sideways although no key reaches it. */
    private static final String SIDEWAYS =
            """
            () => {
                const root = document.documentElement;
                const found = [];
                const tag = it => it.outerHTML.slice(0, 160);
                const scrolls = it => ['auto', 'scroll'].includes(getComputedStyle(it).overflowX);
                const contained = it => {
                    for (let up = it.parentElement; up && up !== document.body; up = up.parentElement) {
                        if (getComputedStyle(up).overflowX !== 'visible') {
                            return true;
                        }
                    }
                    return false;
                };
                if (root.scrollWidth > root.clientWidth) {
                    found.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);
                    document.querySelectorAll('body *').forEach(it => {
                        if (it.getBoundingClientRect().right > root.clientWidth + 1 && !contained(it)) {
                            found.push('sticks out: ' + tag(it));
                        }
                    });
                }
                document.querySelectorAll('body *').forEach(it => {
                    if (it.clientWidth > 1 && it.scrollWidth > it.clientWidth + 1 && scrolls(it)
                            && it.tabIndex < 0 && !it.querySelector('a[href], button, input, select, textarea')) {
                        found.push('scrolls out of reach of a keyboard: ' + tag(it));
                    }
                });
                return found.slice(0, 12);
            }
            """;

    static PageCheck of(Page page, String name) {
        return new PageCheck(page, name);
    }

    void everything() {
        keepPicture(name);
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(found.stream().map(PageCheck::inWords)).as("%s: axe", name).isEmpty();
        reflows();
    }

    /** Axe needs scripts; what it would find is in the markup, which is the same with them. */
    void withoutScripts() {
        keepPicture(name);
        reflows();
    }

    private void reflows() {
        var usual = page.viewportSize();
        page.setViewportSize(ZOOMED_WIDTH, ZOOMED_HEIGHT);
        keepPicture(name + "-400-percent");
        assertThat((List<?>) page.evaluate(SIDEWAYS)).as("%s at 400 %%", name).isEmpty();
        page.setViewportSize(usual.width, usual.height);
    }

    private void keepPicture(String file) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(file + ".png"))
                        .setFullPage(true));
    }

    private static String inWords(Rule rule) {
        return rule.getId() + " " + rule.getNodes().stream().map(it -> it.getHtml()).toList();
    }
}
