package de.foerderkreis.finance.levybase;

import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Of what a levy base consists. The law changes it from year to year, so it is data.
 *
 * @param schemes each holds from its first year until the next one begins
 */
@ConfigurationProperties("foerderkreis.finance.levy-base")
record LevyBaseSettings(List<Scheme> schemes) {

    /** Components of the bases from a year on. */
    record Scheme(int fromYear, List<Component> components) {}

    /**
     * One component.
     *
     * @param code stable, as stored with every figure
     * @param column name of its column in the file
     */
    record Component(String code, String column) {}

    boolean covers(int year) {
        return year <= 2100 && schemes.stream().anyMatch(it -> it.fromYear() <= year);
    }

    List<Component> componentsOf(int year) {
        return schemes.stream()
                .filter(it -> it.fromYear() <= year)
                .max(Comparator.comparingInt(Scheme::fromYear))
                .map(Scheme::components)
                .orElseThrow(() -> new IllegalArgumentException("no levy base scheme for " + year));
    }
}
