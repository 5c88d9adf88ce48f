package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cost plan of a case over HTTP. */
@RestController
@RequestMapping("/api/finance/v1/cases/{caseId}/cost-plan")
class CostPlanController {

    private final CostPlanning planning;
    private final CostPlanReading reading;

    CostPlanController(CostPlanning planning, CostPlanReading reading) {
        this.planning = planning;
        this.reading = reading;
    }

    @DistrictReads
    @GetMapping
    CostPlanView get(@PathVariable UUID caseId, Locale locale) {
        var sheet = reading.sheet(caseId);
        CostPlan plan = sheet.current().orElseThrow(() -> Problem.notFound("cost-plan"));
        return CostPlanView.of(plan, sheet.locked(), reading.warnings(plan.items(), sheet, locale));
    }

    @DistrictReads
    @GetMapping("/versions")
    List<VersionView> versions(@PathVariable UUID caseId) {
        return reading.sheet(caseId).versions().stream().map(VersionView::of).toList();
    }

    @DistrictReads
    @GetMapping("/versions/{version}")
    CostPlanView version(@PathVariable UUID caseId, @PathVariable long version, Locale locale) {
        var sheet = reading.sheet(caseId);
        CostPlan plan = reading.version(caseId, version);
        return CostPlanView.of(plan, sheet.locked(), reading.warnings(plan.items(), sheet, locale));
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PutMapping
    CostPlanView save(@PathVariable UUID caseId, @RequestBody SavePlan request, Locale locale) {
        var items =
                ItemInput.items(
                        request.items() == null ? List.of() : request.items(),
                        CostPlanController::money);
        CostPlan plan = planning.save(caseId, request.version(), request.startsOn(), items);
        var sheet = reading.sheet(caseId);
        return CostPlanView.of(plan, false, reading.warnings(plan.items(), sheet, locale));
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping("/lock")
    CostPlanView lock(@PathVariable UUID caseId, @RequestBody Lock request, Locale locale) {
        planning.lock(caseId, request.version());
        return get(caseId, locale);
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping("/release")
    CostPlanView release(@PathVariable UUID caseId, @RequestBody Release request, Locale locale) {
        planning.release(
                caseId, request.version(), request.reason() == null ? "" : request.reason());
        return get(caseId, locale);
    }

    private static Optional<Money> money(String text) {
        try {
            return Optional.of(Money.parse(text));
        } catch (IllegalArgumentException notAnAmount) {
            return Optional.empty();
        }
    }

    record SavePlan(
            @Nullable Long version,
            @Nullable LocalDate startsOn,
            @Nullable List<ItemInput> items) {}

    record Lock(long version) {}

    record Release(long version, @Nullable String reason) {}

    record VersionView(long version, UUID id, Instant savedAt, CostTotals totals) {

        static VersionView of(CostPlan plan) {
            return new VersionView(plan.version(), plan.id(), plan.savedAt(), plan.totals());
        }
    }
}
