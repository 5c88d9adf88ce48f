package de.foerderkreis.platform.problem;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.money.Money;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.ProblemDetail;

/**
 * Puts a problem into words: German, or English for whoever asks for it by {@code lang} or
 * Accept-Language.
 */
public class ProblemTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    ProblemTexts() {
        messages.setBasenames("problems", "platform-problems");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
    }

    /** The problem as the client gets it. */
    public ProblemDetail describe(Problem problem, HttpServletRequest request) {
        var locale = language(request);
        var detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create("urn:foerderkreis:problem:" + problem.type()));
        detail.setTitle(text(problem.type() + ".title", problem.args(), locale, "problem.title"));
        detail.setDetail(
                text(problem.type() + ".detail", problem.args(), locale, "problem.detail"));
        detail.setInstance(URI.create(instance(request)));
        problem.properties().forEach(detail::setProperty);
        if (!problem.errors().isEmpty()) {
            detail.setProperty("errors", errors(problem, locale));
        }
        return detail;
    }

    /** The text of one wrong field, for a page that shows its form again. */
    public String message(FieldError error, Locale locale) {
        return text(error.code() + ".detail", error.args(), locale, "invalid-value.detail");
    }

    private List<Map<String, Object>> errors(Problem problem, Locale locale) {
        var errors = new ArrayList<Map<String, Object>>();
        for (var error : problem.errors()) {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("field", error.field());
            entry.put("code", error.code());
            entry.put("message", message(error, locale));
            errors.add(entry);
        }
        return errors;
    }

    private String text(String key, List<Object> args, Locale locale, String fallback) {
        var shown = args.stream().map(ProblemTexts::shown).toArray();
        var text = messages.getMessage(key, shown, null, locale);
        return text != null ? text : messages.getMessage(fallback, shown, locale);
    }

    /** Dates, instants and amounts as the portal shows them, in both languages. */
    private static Object shown(Object arg) {
        return switch (arg) {
            case LocalDate date -> date.format(DAY);
            case Instant instant -> instant.atZone(BusinessClock.ZONE).format(MINUTE);
            case Money money ->
                    NumberFormat.getCurrencyInstance(Locale.GERMANY)
                            .format(BigDecimal.valueOf(money.cents(), 2));
            default -> arg;
        };
    }

    private static String instance(HttpServletRequest request) {
        var failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed instanceof String uri ? uri : request.getRequestURI();
    }

    static Locale language(HttpServletRequest request) {
        return isEnglish(request) ? Locale.ENGLISH : Locale.GERMAN;
    }

    private static boolean isEnglish(HttpServletRequest request) {
        var chosen = chosenLanguage(request);
        if (chosen != null) {
            return chosen.startsWith("en");
        }
        return request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("en");
    }

    private static @Nullable String chosenLanguage(HttpServletRequest request) {
        // Not getParameter: that would read a form's body.
        var query = request.getQueryString();
        if (query != null) {
            for (var part : query.split("&")) {
                if (part.startsWith("lang=")) {
                    return part.substring(5);
                }
            }
        }
        var cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals("lang")) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
