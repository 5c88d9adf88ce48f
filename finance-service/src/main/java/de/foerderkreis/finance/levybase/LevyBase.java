package de.foerderkreis.finance.levybase;

import de.foerderkreis.finance.reference.Municipality;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of the figures the levy is computed on (KrO NRW § 56). Its figures never change; a
 * correction is another version.
 *
 * @param asOf date of the source
 * @param version what a client names to change the state of the version, not its figures
 * @param entries by ascending AGS
 */
public record LevyBase(
        UUID id,
        int year,
        Status status,
        LocalDate asOf,
        String filename,
        String contentSha256,
        Money total,
        long version,
        Instant importedAt,
        @Nullable Instant publishedAt,
        List<Entry> entries) {

    public LevyBase {
        entries = List.copyOf(entries);
    }

    /** Whether results may be computed on it and others hold a copy. */
    public boolean published() {
        return publishedAt != null;
    }

    /**
     * Refuses a base that is silent about a municipality of the district: a split among the rest
     * would charge them for it.
     */
    public void requireAllOf(List<Municipality> municipalities) {
        var present = entries.stream().map(Entry::ags).collect(Collectors.toSet());
        var missing = municipalities.stream().filter(it -> !present.contains(it.ags())).toList();
        if (!missing.isEmpty()) {
            throw Problem.unprocessable(
                            "levy-base-incomplete",
                            missing.stream()
                                    .map(Municipality::name)
                                    .collect(Collectors.joining(", ")),
                            entries.size(),
                            municipalities.size())
                    .with(
                            "missing",
                            missing.stream()
                                    .map(it -> Map.of("ags", it.ags(), "name", it.name()))
                                    .toList());
        }
    }

    /** How final the state's figures are; model runs precede the final ones. */
    public enum Status {
        MODEL_RUN_1,
        MODEL_RUN_2,
        FINAL
    }

    /**
     * Figures of one municipality.
     *
     * @param inhabitants as the file states them, so that a later count changes no past figure
     * @param components what the base is made of in this year, by code, in the order of the scheme
     * @param base sum of the components
     */
    public record Entry(
            String ags,
            String name,
            int inhabitants,
            boolean ownYouthOffice,
            Map<String, Money> components,
            Money base) {}
}
