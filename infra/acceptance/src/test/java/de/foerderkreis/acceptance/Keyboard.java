package de.foerderkreis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person without a mouse, who has to see at every stop where the focus is. */
final class Keyboard {

    /** Stops after which a page that does not come round is a trap. */
    private static final int LONGEST_WAY = 400;

    private static final String STOP =
            """
            wanted => {
                const it = document.activeElement;
                if (!it || it === document.body) {
                    return {outside: true};
                }
                const box = it.getBoundingClientRect();
                const outlined = [getComputedStyle(it), getComputedStyle(it, '::before'), getComputedStyle(it, '::after')]
                    .some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
                return {
                    outside: false,
                    what: it.outerHTML.slice(0, 160),
                    outlined: outlined,
                    shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight
                        && box.right > 0 && box.left < window.innerWidth,
                    wanted: it.matches(wanted),
                    skip: it.matches('.fk-skip')
                };
            }
            """;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** On a page just opened the first stop leads past header and navigation. */
    void skipToContent() {
        assertThat(next(".fk-skip").is("wanted"))
                .as("the first stop skips to the content")
                .isTrue();
        press("Enter");
        page.waitForFunction("() => document.activeElement.id === 'inhalt'");
    }

    /** Goes on, stop by stop, until the focus is on what is wanted. */
    void tabTo(String wanted) {
        for (int step = 0; step < LONGEST_WAY; step++) {
            if (next(wanted).is("wanted")) {
                return;
            }
        }
        throw new AssertionError(
                "%d stops on %s, and none is %s".formatted(LONGEST_WAY, page.url(), wanted));
    }

    /** Presses what the focus stands on. */
    void pressOn(String wanted) {
        tabTo(wanted);
        press("Enter");
    }

    /** Goes to a group of radio buttons and with the arrows to this one. */
    void choose(String group, String wanted) {
        tabTo(group);
        press("Space");
        for (int step = 0; step < LONGEST_WAY && !page.isChecked(wanted); step++) {
            press("ArrowDown");
        }
    }

    /** Once round the page just opened: every stop shows itself, and the way out is found. */
    List<String> wholeWay() {
        var way = new ArrayList<String>();
        for (int step = 0; step < LONGEST_WAY; step++) {
            var stop = next("*");
            if (stop.is("outside") || (stop.is("skip") && !way.isEmpty())) {
                return way;
            }
            way.add(stop.what());
        }
        throw new AssertionError("No way out of " + page.url() + " after " + way);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    private Stop next(String wanted) {
        press("Tab");
        var stop = new Stop((Map<?, ?>) page.evaluate(STOP, wanted));
        if (!stop.is("outside")) {
            assertThat(stop.is("outlined")).as("the focus is seen on %s", stop.what()).isTrue();
            assertThat(stop.is("shown")).as("in the window is %s", stop.what()).isTrue();
        }
        return stop;
    }

    private record Stop(Map<?, ?> facts) {

        boolean is(String fact) {
            return Boolean.TRUE.equals(facts.get(fact));
        }

        String what() {
            return String.valueOf(facts.get("what"));
        }
    }
}
