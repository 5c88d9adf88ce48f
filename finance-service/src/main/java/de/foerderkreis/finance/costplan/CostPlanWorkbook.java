package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.costplan.CostItem.Category;
import de.foerderkreis.finance.costplan.CostPlanFile.Column;
import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A cost plan as a workbook that computes: the lines on the first sheet, which the import reads
 * again, the sums on the second. Without a plan it is an empty form to fill in.
 */
final class CostPlanWorkbook {

    private static final String MONEY = "#,##0.00";
    private static final int LAST_ROW = 500;
    private static final Map<Category, String> NAMES =
            Map.of(
                    Category.PERSONNEL, "Personal",
                    Category.MATERIAL, "Sachkosten",
                    Category.GRANT, "Zuschuss",
                    Category.SAVING, "Ersparnis");

    private CostPlanWorkbook() {}

    static void write(Workbook workbook, List<CostItem> items) {
        lines(workbook.newWorksheet("Kostenplan"), items);
        sums(workbook.newWorksheet("Summen"));
    }

    private static void lines(Worksheet sheet, List<CostItem> items) {
        int place = 0;
        for (Column column : Column.values()) {
            sheet.value(0, place, column.german());
            sheet.width(place, place == 0 ? 40 : 18);
            sheet.style(0, place).bold().set();
            place++;
        }
        sheet.freezePane(0, 1);
        int row = 1;
        for (CostItem item : items) {
            sheet.value(row, Column.LABEL.ordinal(), item.label());
            sheet.value(row, Column.CATEGORY.ordinal(), NAMES.get(item.category()));
            sheet.value(row, Column.POST_CATEGORY.ordinal(), item.postCategory());
            sheet.value(row, Column.ELIGIBLE.ordinal(), item.eligible() ? "ja" : "nein");
            sheet.value(row, Column.QUANTITY.ordinal(), item.quantity().asDecimal());
            sheet.value(row, Column.UNIT_AMOUNT.ordinal(), euros(item.unitAmount()));
            sheet.style(row, Column.UNIT_AMOUNT.ordinal()).format(MONEY).set();
            sheet.formula(row, Column.AMOUNT.ordinal(), "ROUND(E%1$d*F%1$d,2)".formatted(row + 1));
            sheet.style(row, Column.AMOUNT.ordinal()).format(MONEY).set();
            sheet.value(row, Column.LEVY_POOL.ordinal(), item.levyPool().name());
            row++;
        }
    }

    private static void sums(Worksheet sheet) {
        sheet.width(0, 40);
        sheet.width(1, 18);
        line(sheet, 0, "Kosten brutto EUR im Jahr", sumOf("Personal") + "+" + sumOf("Sachkosten"));
        line(sheet, 1, "Landesförderung EUR im Jahr", sumOf("Zuschuss"));
        line(sheet, 2, "Ersparnis EUR im Jahr", sumOf("Ersparnis"));
        line(sheet, 3, "Mehrkosten EUR im Jahr", "B1-B2-B3");
        sheet.style(3, 0).bold().set();
    }

    private static void line(Worksheet sheet, int row, String label, String formula) {
        sheet.value(row, 0, label);
        sheet.formula(row, 1, formula);
        sheet.style(row, 1).format(MONEY).set();
    }

    private static String sumOf(String category) {
        return "SUMIF(Kostenplan!B2:B%1$d,\"%2$s\",Kostenplan!G2:G%1$d)"
                .formatted(LAST_ROW, category);
    }

    private static BigDecimal euros(Money amount) {
        return BigDecimal.valueOf(amount.cents(), 2);
    }
}
