package org.shelfmates.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser: an installed Chromium or Chrome, one for all journeys. Where there is none the journeys are skipped with
 * one loud line, except where {@code CI=true}, where that is a failure.
 */
public final class Browser implements ExecutionCondition {

    private static final List<String> INSTALLED = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private static com.microsoft.playwright.@Nullable Browser running;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (installed().isPresent()) {
            return ConditionEvaluationResult.enabled("a browser is installed");
        }
        String line = "NO BROWSER: the journeys are NOT tested. Install Chromium or Chrome.";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(line);
        }
        System.err.println("\n*** " + line + " ***\n");
        return ConditionEvaluationResult.disabled(line);
    }

    private static Optional<Path> installed() {
        return INSTALLED.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static synchronized com.microsoft.playwright.Browser browser() {
        if (running == null) {
            running = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(installed().orElseThrow())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
        return running;
    }

    /** @param width of the window, in CSS pixels */
    public static BrowserContext window(int port, int width, ColorScheme scheme, boolean script) {
        return browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(script));
    }

    /** No violation of WCAG 2.2 AA that axe can see, and nothing that has to be scrolled sideways. */
    public static void assertAccessible(Page page) {
        assertNoViolation(
                page,
                new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("fits the width: %s", page.url())
                .isTrue();
    }

    /** Of a page that is accessible in one colour scheme, what another can change. */
    public static void assertContrast(Page page) {
        assertNoViolation(page, new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    private static void assertNoViolation(Page page, AxeBuilder axe) {
        // the other mode opens a second page for each to reach frames of other sites, of which there are none: twice
        // the time
        var violations = axe.setLegacyMode(true).analyze().getViolations();
        assertThat(violations.stream()
                        .map(violation -> violation.getId() + ": "
                                + violation.getNodes().get(0).getHtml()))
                .as("axe on %s", page.url())
                .isEmpty();
    }
}
