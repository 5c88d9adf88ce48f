package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.spreadsheet.RowError;
import de.foerderkreis.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes a file with a cost plan in: all of it or nothing, and the same file twice only once. */
@Service
class CostPlanImport {

    private final CostPlanning planning;
    private final CostPlanReading reading;

    CostPlanImport(CostPlanning planning, CostPlanReading reading) {
        this.planning = planning;
        this.reading = reading;
    }

    /**
     * Checks a file and, unless it is a dry run, saves its lines as the next version; the day the
     * costs begin stays as it is. What is in the plan already is not saved again, whatever version
     * the client saw.
     *
     * @param seenVersion version the client saw, absent or 0 for none
     */
    public Report run(UUID caseId, byte[] bytes, @Nullable Long seenVersion, boolean dryRun) {
        var current = reading.sheet(caseId).current();
        var content = CostPlanFile.read(bytes);
        if (!content.errors().isEmpty()) {
            return Report.wrong(content.rows(), content.errors());
        }
        try {
            planning.check(caseId, content.items());
            CostTotals totals = CostTotals.of(content.items());
            boolean same = current.map(CostPlan::items).equals(Optional.of(content.items()));
            if (dryRun || same) {
                return new Report(
                        content.rows(),
                        List.of(),
                        totals,
                        same ? current.orElse(null) : null,
                        false);
            }
            LocalDate startsOn = current.map(CostPlan::startsOn).orElse(null);
            CostPlan saved = planning.save(caseId, seenVersion, startsOn, content.items());
            return new Report(content.rows(), List.of(), totals, saved, true);
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.UNPROCESSABLE_CONTENT
                    || problem.errors().isEmpty()) {
                throw problem;
            }
            return Report.wrong(
                    content.rows(),
                    problem.errors().stream()
                            .map(it -> CostPlanFile.placed(it, content.names(), content.numbers()))
                            .toList());
        }
    }

    /**
     * What came of it.
     *
     * @param totals absent where there are errors
     * @param plan version that now holds the lines; absent after a dry run of something new
     * @param created false when the very same lines were there before
     */
    record Report(
            int rows,
            List<RowError> errors,
            @Nullable CostTotals totals,
            @Nullable CostPlan plan,
            boolean created) {

        static Report wrong(int rows, List<RowError> errors) {
            return new Report(rows, errors, null, null, false);
        }
    }
}
