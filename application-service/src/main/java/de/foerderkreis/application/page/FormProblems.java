package de.foerderkreis.application.page;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.problem.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows a refusal on the form it came from, so that nothing typed is lost. */
@Component
public class FormProblems {

    private final ProblemTexts problems;
    private final PageTexts texts;

    FormProblems(ProblemTexts problems, PageTexts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    /**
     * Puts the refusal into the model as {@code errors} and into the answer as its status. What no
     * form can help with (not found, not allowed) goes on to the problem page.
     */
    public void show(
            Problem refused,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (refused.status() == HttpStatus.NOT_FOUND || refused.type().equals("forbidden")) {
            throw refused;
        }
        response.setStatus(refused.status().value());
        model.addAttribute("errors", errors(refused, request));
        model.addAttribute("stale", refused.type().equals("stale-version"));
    }

    private Map<String, String> errors(Problem refused, HttpServletRequest request) {
        var errors = new LinkedHashMap<String, String>();
        if (refused.type().equals("stale-version")) {
            errors.put("", texts.say("application.form.stale", changed(refused)));
            return errors;
        }
        var language =
                LocaleContextHolder.getLocale().getLanguage().equals("en")
                        ? Locale.ENGLISH
                        : Locale.GERMAN;
        for (var error : refused.errors()) {
            errors.putIfAbsent(error.field(), problems.message(error, language));
        }
        if (errors.isEmpty()) {
            errors.put(
                    refused.type().startsWith("document-") ? "file" : "",
                    Objects.requireNonNullElse(
                            problems.describe(refused, request).getDetail(), refused.type()));
        }
        return errors;
    }

    private String changed(Problem refused) {
        return refused.properties().get("changedFields") instanceof Collection<?> fields
                ? fields.stream()
                        .map(it -> texts.sayOr("application.field." + it, String.valueOf(it)))
                        .collect(Collectors.joining(", "))
                : "";
    }
}
