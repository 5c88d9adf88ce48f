package de.foerderkreis.portal.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a template must not do: break the content security policy, speak one language only, trip
 * over Thymeleaf's restrictions.
 */
final class TemplateRules {

    static final String ONE_LANGUAGE = "text in one language only";

    private static final Set<String> VOID =
            Set.of(
                    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                    "source", "track", "wbr", "circle", "rect", "path", "line");

    /** Thymeleaf replaces first; these would be read afterwards, when their element is gone. */
    private static final Set<String> IGNORED_BESIDE_REPLACE =
            Set.of("th:each", "th:if", "th:unless", "th:with", "th:switch", "th:case");

    private static final Set<String> SPOKEN =
            Set.of("aria-label", "placeholder", "title", "alt", "data-label");
    private static final Pattern TOKEN =
            Pattern.compile(
                    "<!--.*?-->|<!\\w[^>]*>|<(/?)([\\w:-]+)((?:\\s+[^\\s=>\"'/]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))?)*)\\s*(/?)>|[^<]+|<",
                    Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=>\"'/]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'))?");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern INLINED = Pattern.compile("\\[[\\[(].*?[\\])]]", Pattern.DOTALL);
    private static final Pattern BEAN_IN_FRAGMENT = Pattern.compile("~\\{[^\"]*\\$\\{[^}]*@");

    private TemplateRules() {}

    private record Element(String name, boolean replaced) {}

    static List<String> check(String template) {
        var faults = new ArrayList<String>();
        if (template.contains("portal/page ::")
                && !template.stripLeading().regionMatches(true, 0, "<!doctype html>", 0, 15)) {
            faults.add("begin with <!DOCTYPE html>, or browsers fall into quirks mode");
        }
        if (BEAN_IN_FRAGMENT.matcher(template).find()) {
            faults.add("a bean (@) inside ~{…} is refused by Thymeleaf; use #formats or #portal");
        }
        var open = new ArrayDeque<Element>();
        var tokens = TOKEN.matcher(template);
        while (tokens.find()) {
            var name = tokens.group(2);
            if (name == null) {
                text(tokens.group(), open, faults);
            } else if (!tokens.group(1).isEmpty()) {
                while (!open.isEmpty() && !open.pop().name().equals(name)) {
                    // An element left open ends with its parent.
                }
            } else {
                var replaced =
                        attributes(name, tokens.group(3), faults)
                                || (!open.isEmpty() && open.peek().replaced());
                if (tokens.group(4).isEmpty() && !VOID.contains(name)) {
                    open.push(new Element(name, replaced));
                }
            }
        }
        return faults;
    }

    private static void text(String text, ArrayDeque<Element> open, List<String> faults) {
        if (text.startsWith("<!")) {
            return;
        }
        var spoken =
                INLINED.matcher(text)
                        .replaceAll(" ")
                        .replace("Förderkreis", "")
                        .replaceAll("&\\w+;", " ");
        if (!open.isEmpty()
                && !open.peek().replaced()
                && !open.peek().name().matches("code|pre|style|script")
                && WORD.matcher(spoken).find()) {
            faults.add(ONE_LANGUAGE + ": " + spoken.strip());
        }
    }

    /** Whether Thymeleaf replaces what stands between the tags. */
    private static boolean attributes(String element, String attributes, List<String> faults) {
        var names = new ArrayList<String>();
        var matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        for (var name : names) {
            if (name.equals("style") || name.equals("th:style") || name.matches("(th:)?on[a-z]+")) {
                faults.add("the content security policy forbids " + name + " on <" + element + ">");
            }
        }
        if (names.contains("th:replace") || names.contains("th:insert")) {
            names.stream()
                    .filter(IGNORED_BESIDE_REPLACE::contains)
                    .forEach(name ->
                            faults.add(
                                    "Thymeleaf ignores "
                                            + name
                                            + " beside th:replace or th:insert; put it on an element around"));
        }
        if (element.equals("style")
                || element.equals("script")
                        && names.stream().noneMatch(name -> name.endsWith("src"))) {
            faults.add("the content security policy forbids <" + element + "> with content");
        }
        matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            var value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            if (SPOKEN.contains(matcher.group(1))
                    && value != null
                    && WORD.matcher(value).find()
                    && !names.contains("th:" + matcher.group(1))
                    && names.stream()
                            .noneMatch(
                                    name -> name.equals("th:attr") || name.equals("th:replace"))) {
                faults.add(ONE_LANGUAGE + ": " + matcher.group(1) + "=\"" + value + "\"");
            }
        }
        // th:replace="~{portal/page …}" hands its own content on; every other replacement drops it.
        var page = attributes.contains("portal/page ::");
        return names.stream()
                .anyMatch(name ->
                        name.equals("th:text")
                                || name.equals("th:utext")
                                || name.equals("th:insert")
                                || name.equals("th:remove")
                                || name.equals("th:replace") && !page);
    }
}
