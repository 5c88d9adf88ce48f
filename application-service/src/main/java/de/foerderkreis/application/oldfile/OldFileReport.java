package de.foerderkreis.application.oldfile;

import java.util.List;

/**
 * What loading a table did or, as a dry run, would do.
 *
 * @param rows rows read, without the heading and empty ones
 * @param steps what the rows without an error say
 */
record OldFileReport(boolean dryRun, int rows, List<Planned> steps, List<RowError> errors) {

    /** A step and whether it was recorded before, so that nothing happens to it. */
    record Planned(OldStep step, boolean known) {}

    // Public, as the page asks for it.
    public boolean clean() {
        return errors.isEmpty();
    }

    List<OldStep> fresh() {
        return steps.stream().filter(it -> !it.known()).map(Planned::step).toList();
    }

    /** Steps recorded or, as a dry run, to be recorded; with an error anywhere none. */
    public int created() {
        return clean() ? fresh().size() : 0;
    }

    public int unchanged() {
        return clean() ? steps.size() - fresh().size() : 0;
    }
}
