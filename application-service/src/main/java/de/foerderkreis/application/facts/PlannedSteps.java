package de.foerderkreis.application.facts;

import de.foerderkreis.application.programme.Timespan;
import java.util.List;
import java.util.UUID;

/**
 * The timetable as texts speak of it (F71 to F76). The module that keeps it brings it, so that a
 * text says a time in the very words of the timetable.
 */
public interface PlannedSteps {

    /** What is planned and not dropped, in the programme's order. */
    List<PlannedStep> of(UUID caseId);

    /** A milestone with its German title and its plan. */
    record PlannedStep(String title, Timespan planned) {}
}
