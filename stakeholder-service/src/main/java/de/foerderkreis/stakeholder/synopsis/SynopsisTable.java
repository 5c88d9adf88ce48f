package de.foerderkreis.stakeholder.synopsis;

import de.foerderkreis.portal.Formats;
import de.foerderkreis.stakeholder.form.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A synopsis as CSV (RFC 4180 with semicolons, as German spreadsheets read it). A town's words go
 * into a spreadsheet here: a cell that a program would take for a formula is disarmed.
 */
@Component
class SynopsisTable {

    /** Tells spreadsheets that the file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA = "=+-@\t\r\n|%";

    private final Forms forms;
    private final Formats formats;

    SynopsisTable(Forms forms, Formats formats) {
        this.forms = forms;
        this.formats = formats;
    }

    String csv(SynopsisView view) {
        var lines = new ArrayList<String>();
        lines.add(line(head(view.demo())));
        view.entries().forEach(it -> lines.add(line(cells(it, view.demo()))));
        return BYTE_ORDER_MARK + String.join("\r\n", lines) + "\r\n";
    }

    private List<String> head(boolean demo) {
        var head = new ArrayList<String>();
        for (var column :
                List.of(
                        "ags",
                        "town",
                        "position",
                        "timing",
                        "received",
                        "channel",
                        "reasons",
                        "text",
                        "documents",
                        "answer",
                        "decision")) {
            head.add(forms.text("stakeholder.synopsis.column." + column));
        }
        if (demo) {
            head.add(forms.text("stakeholder.synopsis.column.note"));
        }
        return head;
    }

    private List<String> cells(SynopsisEntry it, boolean demo) {
        var channel = it.channel();
        var cells = new ArrayList<String>();
        cells.add(it.ags());
        cells.add(it.name());
        cells.add(forms.text("stakeholder.position." + it.position()));
        cells.add(forms.text("stakeholder.timing." + it.timing()));
        cells.add(it.receivedAt() == null ? "" : formats.dateTime(it.receivedAt()));
        cells.add(channel == null ? "" : forms.text("stakeholder.channel." + channel));
        cells.add(
                it.reasons().stream()
                        .map(reason -> forms.text("stakeholder.reason." + reason))
                        .collect(Collectors.joining(", ")));
        cells.add(or(it.text()));
        cells.add(
                it.documents().stream()
                        .map(SynopsisEntry.Original::name)
                        .collect(Collectors.joining(", ")));
        cells.add(or(it.answer()));
        cells.add(or(it.proposedDecision()));
        if (demo) {
            cells.add(forms.text("stakeholder.synopsis.demo"));
        }
        return cells;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SynopsisTable::cell).collect(Collectors.joining(";"));
    }

    /** A leading sign that starts a formula gets an apostrophe before it (OWASP, CSV injection). */
    static String cell(String text) {
        var armed = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        var stripped = text.stripLeading();
        var hidden = !stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0;
        var safe = armed || hidden ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
