package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.access.DistrictOrTownReads;
import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Levy effects over HTTP. */
@RestController
@RequestMapping("/api/finance/v1")
class LevyEffectController {

    private final LevyCalculation calculation;
    private final LevyReading reading;
    private final LevyWorkbook workbook;

    LevyEffectController(LevyCalculation calculation, LevyReading reading, LevyWorkbook workbook) {
        this.calculation = calculation;
        this.reading = reading;
        this.workbook = workbook;
    }

    /** The same inputs once more give the effect that is there already. */
    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping("/cases/{caseId}/levy-effects")
    @ResponseStatus(HttpStatus.CREATED)
    LevyEffectView calculate(@PathVariable UUID caseId, @RequestBody Calculate request) {
        if (request.baseId() == null) {
            throw Problem.invalid("baseId", "levy-base-missing");
        }
        LevyEffect effect =
                calculation.calculate(caseId, request.baseId(), money(request.amount()));
        return view(reading.require(effect.id()), Scenario.NONE);
    }

    @DistrictOrTownReads
    @GetMapping("/cases/{caseId}/levy-effects")
    List<EffectSummary> list(@PathVariable UUID caseId) {
        return reading.ofCase(caseId).stream().map(EffectSummary::of).toList();
    }

    @DistrictOrTownReads
    @GetMapping("/cases/{caseId}/levy-effect")
    LevyEffectView latest(@PathVariable UUID caseId, ScenarioQuery query) {
        return view(reading.latest(caseId), query.read());
    }

    @DistrictOrTownReads
    @GetMapping("/levy-effects/{id}")
    LevyEffectView get(@PathVariable UUID id, ScenarioQuery query) {
        return view(reading.require(id), query.read());
    }

    /** Table for German Excel: semicolons, byte order mark, decimal commas. */
    @DistrictOrTownReads
    @GetMapping("/levy-effects/{id}/table.csv")
    ResponseEntity<byte[]> csv(@PathVariable UUID id, ScenarioQuery query) {
        var visible = reading.require(id);
        return LevyEffectCsv.download(visible, LevyTable.of(visible.inputs(), query.read()));
    }

    /** The same as a workbook with its formulas and where it comes from. */
    @DistrictOrTownReads
    @GetMapping("/levy-effects/{id}/table.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable UUID id, ScenarioQuery query) {
        var visible = reading.require(id);
        Scenario scenario = query.read();
        return workbook.download(visible, scenario, LevyTable.of(visible.inputs(), scenario));
    }

    /**
     * The canonical text annex 2 (F78) is made of: the stored inputs and the stored table with
     * their hashes, byte for byte the same for ever.
     *
     * @param number which of the case's effects; absent takes the latest
     */
    @DistrictReads
    @GetMapping("/cases/{caseId}/annexes/2")
    ResponseEntity<byte[]> annex(
            @PathVariable UUID caseId, @RequestParam(required = false) @Nullable Long number) {
        LevyEffect effect =
                reading.ofCase(caseId).stream()
                        .filter(it -> number == null || it.number() == number)
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("levy-effect"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Canonical.annex(effect).getBytes(StandardCharsets.UTF_8));
    }

    /** The stored text the effect was computed from; its SHA-256 is the input hash. */
    @DistrictOrTownReads
    @GetMapping("/levy-effects/{id}/inputs")
    ResponseEntity<byte[]> inputs(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(reading.require(id).effect().inputs().getBytes(StandardCharsets.UTF_8));
    }

    private static LevyEffectView view(LevyReading.Visible visible, Scenario scenario) {
        return LevyEffectView.of(visible, scenario, LevyTable.of(visible.inputs(), scenario));
    }

    private static @Nullable Money money(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Money.parse(text);
        } catch (IllegalArgumentException notAnAmount) {
            throw Problem.invalid("amount", "not-an-amount");
        }
    }

    record Calculate(@Nullable UUID baseId, @Nullable String amount) {}

    record EffectSummary(
            UUID id,
            long number,
            UUID baseId,
            int baseYear,
            String amount,
            Instant calculatedAt,
            String inputHash) {

        static EffectSummary of(LevyEffect effect) {
            LevyInputs inputs = effect.readInputs();
            return new EffectSummary(
                    effect.id(),
                    effect.number(),
                    inputs.base().id(),
                    inputs.base().year(),
                    inputs.amount(),
                    effect.calculatedAt(),
                    effect.inputHash());
        }
    }
}
