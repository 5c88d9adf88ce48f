package de.foerderkreis.finance.staffing;

import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.finance.staffing.StaffingInput.PostInput;
import de.foerderkreis.finance.staffing.StaffingReading.Sheet;
import de.foerderkreis.platform.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The staffing and premises plan of a case over HTTP. */
@RestController
@RequestMapping("/api/finance/v1/cases/{caseId}/staffing-plan")
class StaffingController {

    private final StaffingPlanning planning;
    private final StaffingReading reading;

    StaffingController(StaffingPlanning planning, StaffingReading reading) {
        this.planning = planning;
        this.reading = reading;
    }

    @DistrictReads
    @GetMapping
    StaffingView get(@PathVariable UUID caseId, Locale locale) {
        var sheet = reading.sheet(caseId);
        return view(
                sheet.current().orElseThrow(() -> Problem.notFound("staffing-plan")),
                sheet,
                locale);
    }

    @DistrictReads
    @GetMapping("/versions")
    List<VersionView> versions(@PathVariable UUID caseId) {
        return reading.sheet(caseId).versions().stream()
                .map(it ->
                        new VersionView(
                                it.version(),
                                it.id(),
                                it.savedAt(),
                                it.content().fte().toString(),
                                it.content().teachers()))
                .toList();
    }

    @DistrictReads
    @GetMapping("/versions/{version}")
    StaffingView version(@PathVariable UUID caseId, @PathVariable long version, Locale locale) {
        var sheet = reading.sheet(caseId);
        return sheet.versions().stream()
                .filter(it -> it.version() == version)
                .findFirst()
                .map(it -> view(it, sheet, locale))
                .orElseThrow(() -> Problem.notFound("staffing-plan"));
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PutMapping
    StaffingView save(@PathVariable UUID caseId, @RequestBody SavePlan request, Locale locale) {
        StaffingPlan plan = planning.save(caseId, request.version(), request.input());
        return view(plan, reading.sheet(caseId), locale);
    }

    private StaffingView view(StaffingPlan plan, Sheet sheet, Locale locale) {
        return StaffingView.of(
                plan, sheet, reading.warnings(plan.content(), sheet, locale), locale);
    }

    /** Numbers may come as JSON numbers; full-time equivalents as decimal strings. */
    record SavePlan(
            @Nullable Long version,
            @Nullable List<@Nullable PostLine> posts,
            @Nullable Integer teachers,
            @Nullable Integer workplaces,
            @Nullable Integer rooms,
            @Nullable String premisesReason) {

        StaffingInput input() {
            return new StaffingInput(
                    posts == null
                            ? null
                            : posts.stream().<@Nullable PostInput>map(SavePlan::line).toList(),
                    text(teachers),
                    text(workplaces),
                    text(rooms),
                    premisesReason);
        }

        private static PostInput line(@Nullable PostLine line) {
            return line == null
                    ? new PostInput(null, null, null)
                    : new PostInput(line.category(), text(line.heads()), line.fte());
        }

        private static @Nullable String text(@Nullable Integer number) {
            return number == null ? null : number.toString();
        }
    }

    /** Posts of one kind; heads may be left out and are then the fewest that can fill them. */
    record PostLine(@Nullable String category, @Nullable Integer heads, @Nullable String fte) {}

    record VersionView(long version, UUID id, Instant savedAt, String fte, int teachers) {}
}
