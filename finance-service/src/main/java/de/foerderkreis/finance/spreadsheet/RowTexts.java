package de.foerderkreis.finance.levybase;

import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.ProblemTexts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts the errors of a file into the reader's language. */
@Component
class RowTexts {

    private final ProblemTexts texts;

    RowTexts(ProblemTexts texts) {
        this.texts = texts;
    }

    List<RowMessage> of(List<RowError> errors, Locale locale) {
        return errors.stream()
                .map(it ->
                        new RowMessage(
                                it.row(),
                                it.column(),
                                it.code(),
                                texts.message(
                                        new FieldError(
                                                it.column(), "levy-row-" + it.code(), it.args()),
                                        locale)))
                .toList();
    }

    /** One error as the reader sees it. */
    record RowMessage(int row, String column, String code, String message) {}
}
