package de.foerderkreis.application.programme;

import de.foerderkreis.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a funding programme as read from its pack. A case is bound to one version; a
 * changed guideline is a new pack with a new code and never changes old cases.
 *
 * @param code stable code, for example {@code KI-2012}
 * @param validTo last day of the programme (F24)
 * @param grantCapPerYear most the state pays per year; equals the sum over the posts' caps (F25)
 * @param conceptMaxAgeYears age in years from which the integration concept counts as out of date
 * @param drawdownDates yearly call dates of the granting authority
 * @param useDeadline time within which drawn money has to be used, as ISO period
 */
public record Programme(
        @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,39}") String code,
        @NotNull @Valid Text title,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validTo,
        @NotEmpty List<@Valid LegalBasis> legalBasis,
        @NotBlank String decree,
        @NotBlank String guideline,
        @NotEmpty List<@Valid Authority> authorities,
        @NotBlank String principleAuthority,
        @NotBlank String grantingAuthority,
        @Nullable String adviser,
        @NotEmpty List<@NotNull ApplicantType> applicantTypes,
        @NotEmpty List<@Valid Stage> stages,
        @NotNull FinancingType financingType,
        @NotNull CostBasis costBasis,
        @NotNull Money grantCapPerYear,
        @NotEmpty List<@Valid PostCategory> postCategories,
        List<@Valid InKind> inKind,
        List<@NotBlank String> eligibleCostTypes,
        List<@NotBlank String> nonEligibleCostTypes,
        @NotEmpty List<@Valid RequirementRule> requirements,
        @Positive int conceptMaxAgeYears,
        List<@NotNull MonthDay> drawdownDates,
        @NotNull Period useDeadline,
        @NotNull @Valid ProofDueRule proofDueRule,
        @NotEmpty List<@Valid AnnexRule> annexes,
        List<@Valid MilestoneRule> milestones) {

    /** Who may apply (F18). */
    public enum ApplicantType {
        KREIS,
        KREISFREIE_STADT
    }

    /** How the state pays: fixed amount, everything up to a cap, a share, or the deficit. */
    public enum FinancingType {
        FIXED_AMOUNT,
        FULL_UP_TO_CAP,
        SHARE,
        DEFICIT
    }

    /** Whether actual or expected expenses count. */
    public enum CostBasis {
        ACTUAL,
        EXPECTED
    }

    /** How an amount is reduced for months or parts of a post that were not filled. */
    public enum ProrataRule {
        TWELFTHS,
        DAYS,
        NONE
    }

    /** A law or statute the programme rests on. */
    public record LegalBasis(@NotNull @Valid Text title, @NotNull LocalDate date) {}

    /** An authority of the state that plays a part in the programme. */
    public record Authority(@NotBlank String code, @NotNull @Valid Text name) {}

    /**
     * A step of the application procedure (F36).
     *
     * @param no 1 approval in principle, 2 grant
     * @param prerequisites numbers of the stages that must have been approved before
     */
    public record Stage(
            @Positive int no,
            @NotBlank String authority,
            @NotNull @Valid Text title,
            List<@Positive Integer> prerequisites) {}

    /**
     * Posts of one kind the state pays for (F26).
     *
     * @param posts how many
     * @param maxFtePerPost full-time equivalents per post, above 0 and at most 1
     * @param capPerPost most per post and year when filled to {@code maxFtePerPost}
     */
    public record PostCategory(
            @NotBlank String code,
            @NotNull @Valid Text label,
            @Positive int posts,
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
                    BigDecimal maxFtePerPost,
            @NotNull Money capPerPost,
            @NotNull ProrataRule prorataRule) {

        BigDecimal maxFte() {
            return maxFtePerPost.multiply(BigDecimal.valueOf(posts));
        }

        Money cap() {
            return capPerPost.times(posts);
        }
    }

    /** What the state gives without money (F27); counts in staffing, never in amounts. */
    public record InKind(@NotBlank String kind, @Positive int count, @NotNull @Valid Text label) {}

    /**
     * A formal requirement of the state (F40 to F51).
     *
     * @param mayBePromised whether the authorities accept a promise with a due date (F41)
     * @param note what the guideline adds, absent where it adds nothing
     */
    public record RequirementRule(
            @NotBlank @Pattern(regexp = "R[1-9][0-9]?") String code,
            @NotNull @Valid Text title,
            boolean mayBePromised,
            @Nullable @Valid Text note,
            @NotEmpty List<@Valid EvidenceRule> evidence,
            List<@Valid CheckRule> checks) {

        /** A requirement that is checked by its evidence alone. */
        public RequirementRule(
                String code,
                Text title,
                boolean mayBePromised,
                @Nullable Text note,
                List<EvidenceRule> evidence) {
            this(code, title, mayBePromised, note, evidence, List.of());
        }
    }

    /**
     * A question a requirement is asked on its own; each may be answered by a person with a reason
     * instead.
     *
     * @param evidence kinds of evidence that answer it, all of them needed
     * @param current asks for the age instead: the youngest dated evidence of these kinds may not
     *     be older than the programme's {@code conceptMaxAgeYears}
     */
    public record CheckRule(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z_]*") String code,
            @NotNull @Valid Text label,
            @NotEmpty List<@NotBlank String> evidence,
            boolean current) {}

    /**
     * A step of the timetable a case of this programme starts with (F70 to F76); each case moves
     * its own copy.
     *
     * @param planned when it is planned, as {@link Timespan} writes it
     * @param dependsOn codes of milestones that have to be done before
     * @param stage stage whose submission does it, absent where a person says that it is done
     */
    public record MilestoneRule(
            @NotBlank @Pattern(regexp = "M[1-9][0-9]?") String code,
            @NotNull @Valid Text title,
            @NotNull Timespan planned,
            List<@NotBlank String> dependsOn,
            @Nullable Integer stage) {}

    /**
     * Evidence a requirement takes.
     *
     * @param kind code of the evidence; {@code COOPERATION} is completed by the partner category
     * @param category partner category for cooperation, otherwise absent
     * @param required whether the requirement counts as fulfilled only with it
     * @param supplier who supplies it, for the sentence that says what is missing
     */
    public record EvidenceRule(
            @NotBlank String kind,
            @Nullable String category,
            boolean required,
            @NotNull @Valid Text label,
            @NotNull @Valid Text supplier) {

        /**
         * Whether this rule takes evidence of a kind and, where it names one, a partner category.
         */
        public boolean takes(String otherKind, @Nullable String otherCategory) {
            return kind.equals(otherKind) && (category == null || category.equals(otherCategory));
        }
    }

    /**
     * When the proof of use falls due: on a day of the year, so many years after the year of the
     * grant.
     */
    public record ProofDueRule(@NotNull MonthDay on, @Positive int yearsAfter) {}

    /** A numbered annex of the conception (F77 to F82). */
    public record AnnexRule(@Positive int no, @NotBlank String type, @NotNull @Valid Text title) {}

    /** Posts in full-time equivalents over all categories, 3.5 for KI-2012. */
    public BigDecimal maxPosts() {
        return postCategories.stream()
                .map(PostCategory::maxFte)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether a day lies within the programme's validity, both ends included. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    /** The rule of a requirement by its code. */
    public Optional<RequirementRule> requirement(String requirement) {
        return requirements.stream().filter(it -> it.code().equals(requirement)).findFirst();
    }

    /** The rule of a milestone by its code. */
    public Optional<MilestoneRule> milestone(String milestone) {
        return milestones.stream().filter(it -> it.code().equals(milestone)).findFirst();
    }

    /** The stage with a number. */
    public Optional<Stage> stage(int no) {
        return stages.stream().filter(it -> it.no() == no).findFirst();
    }

    /** The authority with a code; packs are checked, so every code used in a pack has one. */
    public Optional<Authority> authority(String authority) {
        return authorities.stream().filter(it -> it.code().equals(authority)).findFirst();
    }
}
