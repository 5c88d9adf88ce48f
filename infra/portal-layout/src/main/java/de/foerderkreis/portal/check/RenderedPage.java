package de.foerderkreis.portal.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks at a page as it is sent: whole, in one language, reachable by label and description, and
 * without anything the content security policy forbids. A browser with axe sees more; this is what
 * every test can afford.
 *
 * <pre>RenderedPage.of(html).verify();</pre>
 */
public final class RenderedPage {

    private static final Pattern MISSING_TEXT =
            Pattern.compile("\\?\\?([\\w.-]+)_(?:de|en)\\w*\\?\\?");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "\\s(?:for|aria-describedby|aria-labelledby|aria-controls)=\"([^\"]*)\"");
    private static final Pattern FRAGMENT = Pattern.compile("\\shref=\"#([^\"]+)\"");
    private static final Pattern HANDLER = Pattern.compile("<[^>]*\\s(style|on[a-z]+)=\"");
    private static final Pattern SCRIPT =
            Pattern.compile("<script(?![^>]*\\ssrc=)|<style[\\s>]|href=\"javascript:");
    private static final Pattern FOREIGN =
            Pattern.compile("<(?:script|link|img|iframe)[^>]*\\s(?:src|href)=\"(?:https?:)?//");
    private static final Pattern THYMELEAF = Pattern.compile("<[^>]*\\sth:|<th:block");

    private final String html;

    private RenderedPage(String html) {
        this.html = html;
    }

    public static RenderedPage of(String html) {
        return new RenderedPage(html);
    }

    /** Fails with every finding at once. */
    public void verify() {
        var findings = findings();
        if (!findings.isEmpty()) {
            throw new AssertionError(
                    findings.size() + " findings on the page:\n  " + String.join("\n  ", findings));
        }
    }

    /** One sentence per finding. */
    public List<String> findings() {
        var findings = new ArrayList<String>();
        if (!html.regionMatches(true, 0, "<!doctype html>", 0, 15)) {
            findings.add("does not begin with <!DOCTYPE html>");
        }
        if (!html.matches("(?s).*<html[^>]*\\slang=\"(de|en)\".*")) {
            findings.add("does not say its language");
        }
        expectOne("<h1[\\s>]", "h1", findings);
        expectOne("<main[\\s>]", "main", findings);
        expectOne("<title>[^<]+ – Förderkreis</title>", "title", findings);
        MISSING_TEXT
                .matcher(html)
                .results()
                .forEach(match -> findings.add("text missing: " + match.group(1)));
        HANDLER.matcher(html).results().forEach(match -> findings.add("inline " + match.group(1)));
        SCRIPT.matcher(html)
                .results()
                .forEach(match -> findings.add("inline script or style: " + match.group()));
        FOREIGN.matcher(html)
                .results()
                .forEach(match -> findings.add("asks another host: " + match.group()));
        THYMELEAF
                .matcher(html)
                .results()
                .forEach(match -> findings.add("left unprocessed: " + match.group()));
        var ids = new HashSet<String>();
        ID.matcher(html)
                .results()
                .map(match -> match.group(1))
                .forEach(id -> {
                    if (!ids.add(id)) {
                        findings.add("two elements have the id " + id);
                    }
                });
        REFERENCE
                .matcher(html)
                .results()
                .flatMap(match -> List.of(match.group(1).strip().split("\\s+")).stream())
                .forEach(id -> expect(ids, id, findings));
        FRAGMENT.matcher(html).results().forEach(match -> expect(ids, match.group(1), findings));
        return findings;
    }

    private static void expect(Collection<String> ids, String id, List<String> findings) {
        if (!ids.contains(id)) {
            findings.add("nothing has the id " + id);
        }
    }

    private void expectOne(String pattern, String what, List<String> findings) {
        var count = Pattern.compile(pattern).matcher(html).results().count();
        if (count != 1) {
            findings.add(count + " times " + what + " instead of once");
        }
    }
}
