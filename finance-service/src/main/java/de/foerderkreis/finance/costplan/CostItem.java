package de.foerderkreis.finance.costplan;

import de.foerderkreis.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cost plan; amounts are per year and never negative, the category says which way
 * they count.
 *
 * @param eligible whether the state takes it into account (F28)
 * @param postCategory post category of the programme (F26), for personnel
 * @param levyPool who bears it (KrO NRW § 56 Abs. 4 and 5)
 */
public record CostItem(
        String label,
        Category category,
        boolean eligible,
        Quantity quantity,
        Money unitAmount,
        @Nullable String postCategory,
        LevyPool levyPool) {

    /** Quantity times unit amount, EUR per year. */
    public Money amount() {
        return quantity.times(unitAmount);
    }

    /** What a line is. */
    public enum Category {
        PERSONNEL,
        MATERIAL,
        GRANT,
        SAVING;

        /** Whether it makes the case dearer. */
        public boolean isCost() {
            return switch (this) {
                case PERSONNEL, MATERIAL -> true;
                case GRANT, SAVING -> false;
            };
        }
    }

    /** Which municipalities a line falls on; an integration centre is a task of the whole. */
    public enum LevyPool {
        GENERAL,
        YOUTH_OFFICE,
        EXCLUSIVE
    }
}
