package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.levyeffect.LevyReading.Visible;
import de.foerderkreis.finance.spreadsheet.Downloads;
import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The table as a workbook that shows how it was computed: shares as figures, since the last cents
 * go by largest remainder, sums and quotients as formulas; a second sheet says where it comes from.
 */
@Component
class LevyWorkbook {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String MONEY = "#,##0.00";
    private static final String FOUR = "0.0000";
    private static final String WHOLE = "#,##0";

    private final Texts texts;

    LevyWorkbook(Texts texts) {
        this.texts = texts;
    }

    ResponseEntity<byte[]> download(Visible visible, Scenario scenario, LevyTable table) {
        return Downloads.workbook(
                "umlage-" + visible.inputs().base().year() + ".xlsx",
                it -> write(it, visible, scenario, table));
    }

    private void write(Workbook workbook, Visible visible, Scenario scenario, LevyTable table) {
        table(workbook.newWorksheet(texts.say("finance.xlsx.table")), scenario, table);
        origin(workbook.newWorksheet(texts.say("finance.xlsx.origin")), visible, scenario, table);
    }

    private void table(Worksheet sheet, Scenario scenario, LevyTable table) {
        boolean byBase = scenario.key() == Scenario.Key.BASE && scenario.burdens().isEmpty();
        var heads =
                List.of("ags", "town", "inhabitants", "base", "share", "per.head", "exact").stream()
                        .limit(byBase ? 7 : 6)
                        .toList();
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, texts.say("finance.xlsx." + heads.get(column)));
            sheet.style(0, column).bold().wrapText(true).set();
            sheet.width(column, column == 1 ? 26 : 19);
        }
        sheet.freezePane(2, 1);
        int last = table.lines().size() + 1;
        int row = 1;
        for (LevyTable.Line line : table.lines()) {
            sheet.value(row, 0, line.town().ags());
            sheet.value(row, 1, line.town().name());
            sheet.value(row, 2, line.town().inhabitants());
            sheet.value(row, 3, euros(line.town().baseAmount()));
            sheet.value(row, 4, euros(line.share()));
            quotient(sheet, row);
            if (byBase) {
                sheet.formula(row, 6, "E$%1$d*D%2$d/D$%1$d".formatted(last + 1, row + 1));
                sheet.style(row, 6).format("#,##0.000000").set();
            }
            row++;
        }
        sheet.value(row, 1, texts.say("finance.sum"));
        for (String column : List.of("C", "D", "E")) {
            sheet.formula(
                    row, column.charAt(0) - 'A', "SUM(%1$s2:%1$s%2$d)".formatted(column, last));
        }
        quotient(sheet, row);
        for (int each = 1; each <= row; each++) {
            sheet.style(each, 2).format(WHOLE).set();
            sheet.style(each, 3).format(MONEY).set();
            sheet.style(each, 4).format(MONEY).set();
        }
        sheet.range(row, 0, row, heads.size() - 1).style().bold().set();
    }

    private static void quotient(Worksheet sheet, int row) {
        sheet.formula(row, 5, "ROUND(E%1$d/C%1$d,4)".formatted(row + 1));
        sheet.style(row, 5).format(FOUR).set();
    }

    private void origin(Worksheet sheet, Visible visible, Scenario scenario, LevyTable table) {
        LevyInputs inputs = visible.inputs();
        LevyInputs.Plan plan = inputs.costPlan();
        sheet.width(0, 34);
        sheet.width(1, 70);
        int row = 0;
        row = fact(sheet, row, "case", visible.fundingCase().title());
        row = fact(sheet, row, "amount", table.amount().toString());
        row = fact(sheet, row, "key", texts.say("finance.key." + scenario.key().name()));
        row =
                fact(
                        sheet,
                        row,
                        "state",
                        scenario.changesShares()
                                ? texts.say("finance.levy.whatif")
                                : texts.say("finance.levy.frozen", visible.effect().number()));
        row =
                fact(
                        sheet,
                        row,
                        "bases",
                        texts.say(
                                "finance.levy.base",
                                String.valueOf(inputs.base().year()),
                                texts.say("finance.base.status." + inputs.base().status())));
        row = fact(sheet, row, "asof", inputs.base().asOf().toString());
        row =
                fact(
                        sheet,
                        row,
                        "plan",
                        plan == null ? "" : texts.say("finance.plan.version", plan.version()));
        row =
                fact(
                        sheet,
                        row,
                        "calculated",
                        LocalDate.ofInstant(visible.effect().calculatedAt(), BERLIN).toString());
        row = fact(sheet, row, "delta", table.exactDelta().toPlainString());
        row = fact(sheet, row, "rounding", texts.say("finance.xlsx.rounding.text"));
        fact(sheet, row, "hash", visible.effect().inputHash());
    }

    private int fact(Worksheet sheet, int row, String name, String value) {
        sheet.value(row, 0, texts.say("finance.xlsx." + name));
        sheet.style(row, 0).bold().set();
        sheet.value(row, 1, value);
        return row + 1;
    }

    private static BigDecimal euros(Money amount) {
        return BigDecimal.valueOf(amount.cents(), 2);
    }
}
