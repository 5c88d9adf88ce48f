package de.foerderkreis.application.oldfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * An old file as uploaded, read to its end, so that one upload is enough to see every error.
 *
 * @param rows rows read, without the heading
 * @param steps the rows without an error
 */
record OldFile(int rows, List<OldStep> steps, List<RowError> errors) {

    static OldFile read(byte[] bytes) {
        var table = OldTable.read(bytes);
        var errors = new ArrayList<>(table.errors());
        var rowOfKey = new HashMap<Object, Integer>();
        var steps = new ArrayList<OldStep>();
        for (var row : table.rows()) {
            new RowReading(row, errors)
                    .step()
                    .ifPresent(step -> {
                        var earlier = rowOfKey.putIfAbsent(step.key(), row.number());
                        if (earlier == null) {
                            steps.add(step);
                        } else {
                            errors.add(RowError.of(row.number(), null, "duplicate", earlier));
                        }
                    });
        }
        return new OldFile(table.rows().size(), List.copyOf(steps), List.copyOf(errors));
    }
}
