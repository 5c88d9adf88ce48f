package de.foerderkreis.finance.spreadsheet;

import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.ProblemTexts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Speaks by the problem texts. */
@Component
class SpokenRowTexts implements RowTexts {

    private final ProblemTexts texts;

    SpokenRowTexts(ProblemTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<RowMessage> of(List<RowError> errors, Locale locale) {
        return errors.stream()
                .map(it ->
                        new RowMessage(
                                it.row(),
                                it.column(),
                                it.code(),
                                texts.message(
                                        new FieldError(it.column(), it.text(), it.args()), locale)))
                .toList();
    }
}
