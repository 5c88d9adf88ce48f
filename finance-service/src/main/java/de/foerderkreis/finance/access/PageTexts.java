package de.foerderkreis.finance.access;

import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.problem.ProblemTexts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sentences for pages in the reader's language. */
@Component
class PageTexts implements Texts {

    private final MessageSource messages;
    private final ProblemTexts problems;

    PageTexts(MessageSource messages, ProblemTexts problems) {
        this.messages = messages;
        this.problems = problems;
    }

    @Override
    public String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    @Override
    public Map<String, String> errors(Problem problem, UnaryOperator<String> fields) {
        var locale = LocaleContextHolder.getLocale();
        Map<String, String> errors = new LinkedHashMap<>();
        for (FieldError error : problem.errors()) {
            errors.putIfAbsent(fields.apply(error.field()), problems.message(error, locale));
        }
        if (errors.isEmpty()) {
            errors.put(
                    "",
                    problems.message(new FieldError("", problem.type(), problem.args()), locale));
        }
        return errors;
    }
}
