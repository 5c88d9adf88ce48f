package de.foerderkreis.finance.levybase;

import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.finance.apportionment.Rate;
import de.foerderkreis.finance.levybase.LevyBases.LevyRate;
import de.foerderkreis.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rates of the general levy over HTTP. */
@RestController
@RequestMapping("/api/finance/v1/levy-rates/{year}")
class LevyRateController {

    private final LevyBases bases;
    private final LevyRateEntry entry;

    LevyRateController(LevyBases bases, LevyRateEntry entry) {
        this.bases = bases;
        this.entry = entry;
    }

    @DistrictReads
    @GetMapping
    RateState get(@PathVariable int year) {
        return bases.rateOf(year)
                .map(RateState::of)
                .orElseThrow(() -> Problem.notFound("levy-rate"));
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PutMapping
    RateState enter(@PathVariable int year, @RequestBody EnterRate request) {
        if (year < 1975 || year > 2100) {
            throw Problem.invalid("year", "levy-year-out-of-range");
        }
        Rate rate =
                Rate.parse(request.rate() == null ? "" : request.rate())
                        .orElseThrow(() -> Problem.invalid("rate", "levy-rate-malformed"));
        String source = request.source() == null ? "" : request.source().strip();
        if (source.isEmpty() || source.length() > 300) {
            throw Problem.invalid("source", "levy-rate-source-missing");
        }
        long seen = request.version() == null ? 0 : request.version();
        return RateState.of(entry.enter(new LevyRate(year, rate, source, seen)));
    }

    record EnterRate(@Nullable Long version, @Nullable String rate, @Nullable String source) {}

    record RateState(int year, String rate, String source, long version) {

        static RateState of(LevyRate rate) {
            return new RateState(
                    rate.year(), rate.rate().toString(), rate.source(), rate.version());
        }
    }
}
