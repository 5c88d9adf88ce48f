package de.foerderkreis.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Opens one Chromium for all classes of this module; every person gets a profile of their own. */
final class Browsing implements BeforeAllCallback {

    static final int DESK = 1280;
    static final int PHONE = 390;

    private static Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Browsing.class, it -> new Opened(), Opened.class);
    }

    /** Somebody who is not signed in. */
    static Visitor visitor() {
        return visit(DESK, true);
    }

    static Visitor signIn(String user) {
        return signIn(user, DESK);
    }

    /**
     * @param width of the window in CSS pixels
     */
    static Visitor signIn(String user, int width) {
        return visit(width, true).signIn(user);
    }

    /** Signs in with a browser that runs no script, neither the portal's nor the sign-in's. */
    static Visitor signInWithoutScripts(String user) {
        return visit(DESK, false).signIn(user);
    }

    private static Visitor visit(int width, boolean scripts) {
        return new Visitor(
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setLocale("de-DE")
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setJavaScriptEnabled(scripts)));
    }

    private static final class Opened implements AutoCloseable {

        private final Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

        Opened() {
            browser =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(
                                                    Paths.get(
                                                            Objects.requireNonNullElse(
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

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
