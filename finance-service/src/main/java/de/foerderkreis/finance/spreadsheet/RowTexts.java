package de.foerderkreis.finance.spreadsheet;

import java.util.List;
import java.util.Locale;

/** Puts the errors of a file into the reader's language. */
public interface RowTexts {

    List<RowMessage> of(List<RowError> errors, Locale locale);

    /** One error as the reader sees it. */
    record RowMessage(int row, String column, String code, String message) {}
}
