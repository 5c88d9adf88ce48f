package de.foerderkreis.finance.levybase;

import de.foerderkreis.finance.apportionment.Rate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the levy bases and rates of the caller's district. */
public interface LevyBases {

    Optional<LevyBase> find(UUID id);

    /** The version with all its figures, or the answer 404. */
    LevyBase require(UUID id);

    /** All versions without their entries, the newest year and import first. */
    List<LevyBase> all();

    /** Rate of the general levy of a year: what the district entered, else what was published. */
    Optional<LevyRate> rateOf(int year);

    /**
     * Rate of one year.
     *
     * @param source where it is stated
     * @param version 0 while it comes from the published list
     */
    record LevyRate(int year, Rate rate, String source, long version) {}
}
