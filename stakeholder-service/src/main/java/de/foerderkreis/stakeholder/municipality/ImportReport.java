package de.foerderkreis.stakeholder.municipality;

import java.util.List;

/**
 * What an import did or, as a dry run, would do.
 *
 * @param rows rows read, without the heading
 */
record ImportReport(
        boolean dryRun, int rows, int created, int updated, int unchanged, List<RowError> errors) {

    boolean clean() {
        return errors.isEmpty();
    }
}
