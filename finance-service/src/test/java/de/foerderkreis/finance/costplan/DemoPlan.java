package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.costplan.CostItem.Category;
import de.foerderkreis.finance.costplan.CostItem.LevyPool;
import de.foerderkreis.finance.reference.PostCategory;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.platform.money.Money;
import java.time.LocalDate;
import java.util.List;

/** Annex 1 of the demo case. */
final class DemoPlan {

    private DemoPlan() {}

    static List<CostItem> items() {
        return List.of(
                post("Pädagogische Fachkräfte", "2.0", "65000.00", "EDUCATION_SPECIALIST"),
                post("Verwaltungsfachkraft", "1.0", "58000.00", "ADMIN_SPECIALIST"),
                post("Verwaltungshilfskraft", "0.5", "44000.00", "ADMIN_ASSISTANT"),
                item("Arbeitsplätze", Category.MATERIAL, "8", "4500.00"),
                item("Verwaltungsgemeinkosten", Category.MATERIAL, "1", "18000.00"),
                item("Lehr- und Lernmittel", Category.MATERIAL, "1", "10000.00"),
                item("Projektmittel", Category.MATERIAL, "1", "40000.00"),
                item("Reisekosten", Category.MATERIAL, "1", "6000.00"),
                item("Landesförderung", Category.GRANT, "1", "170000.00"),
                item("Auflösung der Integrationsstelle", Category.SAVING, "1", "70000.00"));
    }

    static Programme programme() {
        return new Programme(
                "KI-2012",
                "Kommunale Integrationszentren",
                LocalDate.of(2012, 2, 14),
                LocalDate.of(2017, 12, 31),
                "FIXED_AMOUNT",
                Money.parse("170000.00"),
                3_500,
                List.of(
                        new PostCategory(
                                "EDUCATION_SPECIALIST",
                                "Pädagogische Fachkraft",
                                "Pedagogical specialist",
                                2,
                                1_000),
                        new PostCategory(
                                "ADMIN_SPECIALIST",
                                "Verwaltungsfachkraft",
                                "Administrative specialist",
                                1,
                                1_000),
                        new PostCategory(
                                "ADMIN_ASSISTANT",
                                "Verwaltungshilfskraft",
                                "Administrative assistant",
                                1,
                                500)),
                List.of());
    }

    private static CostItem post(String label, String quantity, String each, String category) {
        return new CostItem(
                label,
                Category.PERSONNEL,
                true,
                Quantity.parse(quantity).orElseThrow(),
                Money.parse(each),
                category,
                LevyPool.GENERAL);
    }

    private static CostItem item(String label, Category category, String quantity, String each) {
        return new CostItem(
                label,
                category,
                false,
                Quantity.parse(quantity).orElseThrow(),
                Money.parse(each),
                null,
                LevyPool.GENERAL);
    }
}
