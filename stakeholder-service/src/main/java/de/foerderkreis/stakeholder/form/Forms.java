package de.foerderkreis.stakeholder.form;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.problem.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Reads forms and says in the reader's language what is wrong with them. */
@Component
public class Forms {

    private final MessageSource messages;
    private final ProblemTexts problems;

    Forms(MessageSource messages, ProblemTexts problems) {
        this.messages = messages;
        this.problems = problems;
    }

    /** What was typed. */
    public FormInput read(MultiValueMap<String, String> typed) {
        return new FormInput(typed, this::text);
    }

    /** A form to be filled in, with what is known already. */
    public FormInput start(Map<String, String> values) {
        var typed = new LinkedMultiValueMap<String, String>();
        values.forEach(typed::add);
        return read(typed);
    }

    /** A sentence of this service in the reader's language. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Choices with their labels, in the order of the type. */
    public <E extends Enum<E>> Map<String, String> options(String prefix, Class<E> type) {
        var options = new LinkedHashMap<String, String>();
        Arrays.stream(type.getEnumConstants())
                .forEach(it -> options.put(it.name(), text(prefix + "." + it.name())));
        return options;
    }

    /**
     * Does what a form asks for. What the form itself can answer, a wrong field or a state that
     * does not allow it, becomes a sentence in it; everything else is no matter of this form and
     * passes.
     */
    public <T> Optional<T> attempt(FormInput form, HttpServletRequest request, Supplier<T> act) {
        try {
            return Optional.of(act.get());
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.CONFLICT
                    && problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw problem;
            }
            problem.errors()
                    .forEach(error ->
                            form.rejectWith(
                                    error.field(),
                                    problems.message(error, LocaleContextHolder.getLocale())));
            if (problem.errors().isEmpty()) {
                var detail = problems.describe(problem, request).getDetail();
                form.rejectWith("", detail == null ? problem.type() : detail);
            }
            return Optional.empty();
        }
    }

    /** Does what a form asks for where nothing comes of it; whether it was done. */
    public boolean done(FormInput form, HttpServletRequest request, Runnable act) {
        return attempt(
                        form,
                        request,
                        () -> {
                            act.run();
                            return true;
                        })
                .isPresent();
    }

    /** Puts a form that was not accepted before its reader again. */
    public void again(FormInput form, Model model, HttpServletResponse response) {
        model.addAttribute("errors", form.errors());
        model.addAttribute("form", form);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
}
