package de.foerderkreis.stakeholder.municipality;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the reader's language what is wrong with a table. */
@Component
class ImportMessages {

    private final MessageSource messages;

    ImportMessages(MessageSource messages) {
        this.messages = messages;
    }

    List<Line> of(List<RowError> errors) {
        return errors.stream()
                .limit(200)
                .map(error -> new Line(error.row(), error.column(), error.code(), text(error)))
                .toList();
    }

    private String text(RowError error) {
        var arguments = error.arguments().stream().map(String::valueOf).toArray();
        return messages.getMessage(
                "stakeholder.import." + error.code(), arguments, LocaleContextHolder.getLocale());
    }

    record Line(int row, String column, String code, String message) {}
}
