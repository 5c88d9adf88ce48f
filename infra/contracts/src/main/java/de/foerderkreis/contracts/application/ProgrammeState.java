package de.foerderkreis.contracts.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Full state of a funding programme version; compacted, key: the programme code.
 *
 * @param grantCapPerYear amount per year as decimal string with two places, EUR
 * @param maxPosts posts in full-time equivalents as decimal string
 * @param validTo last day of the programme
 * @param postCategories posts the state pays for by kind (F26), absent in states from before
 * @param authorities who decides and advises in the programme, absent in states from before
 */
public record ProgrammeState(
        String code,
        String title,
        LocalDate validFrom,
        LocalDate validTo,
        String financingType,
        String grantCapPerYear,
        String maxPosts,
        @Nullable List<PostCategory> postCategories,
        @Nullable List<Authority> authorities,
        long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.programmes.v1";

    /**
     * Posts of one kind.
     *
     * @param posts how many posts of this kind the state pays for
     * @param maxFtePerPost full-time equivalents per post as decimal string, above 0 and at most 1
     */
    public record PostCategory(
            String code, String labelDe, String labelEn, int posts, String maxFtePerPost) {}

    /** An authority by its code in the programme; its name, no person. */
    public record Authority(String code, String labelDe, String labelEn) {}
}
