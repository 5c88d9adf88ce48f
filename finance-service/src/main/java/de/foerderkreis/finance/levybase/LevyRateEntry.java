package de.foerderkreis.finance.levybase;

import de.foerderkreis.finance.levybase.LevyBases.LevyRate;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters the rate of the general levy that a budget statute has set for a year. */
@Service
class LevyRateEntry {

    private final StoredLevyBases bases;
    private final Audit audit;

    LevyRateEntry(StoredLevyBases bases, Audit audit) {
        this.bases = bases;
        this.audit = audit;
    }

    /** The rate carries the version the client saw, 0 for none of its own. */
    @Transactional
    public LevyRate enter(LevyRate rate) {
        var before = bases.rateOf(rate.year());
        if (!bases.enter(rate)) {
            throw Problem.stale(List.of("rate", "source"));
        }
        LevyRate after = bases.rateOf(rate.year()).orElseThrow();
        audit.record(
                "levy-rate.entered",
                "levy-rate",
                String.valueOf(rate.year()),
                before.map(LevyRateEntry::described).orElse(null),
                described(after),
                null);
        return after;
    }

    private static Map<String, Object> described(LevyRate rate) {
        return Map.of("rate", rate.rate().toString(), "source", rate.source());
    }
}
