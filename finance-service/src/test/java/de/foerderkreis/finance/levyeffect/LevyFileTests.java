package de.foerderkreis.finance.levyeffect;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.finance.Desk;
import de.foerderkreis.finance.FinanceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The levy effect as files: a workbook that shows its formulas, and the text of annex 2. */
@FinanceTest
class LevyFileTests {

    @Autowired Desk desk;

    @Test
    void theWorkbookHasUnitsFiguresAndFormulas() throws IOException {
        UUID caseId = desk.plannedCase();
        desk.calculated(caseId);
        byte[] file =
                desk.page(Desk.CLERK, "/finanzen/" + caseId + "/umlage/tabelle.xlsx")
                        .getResponse()
                        .getContentAsByteArray();

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(21);
            assertThat(rows.getFirst().getCellText(4)).isEqualTo("Anteil (EUR im Jahr)");
            Row troisdorf =
                    rows.stream()
                            .filter(it -> it.getCellText(0).equals(Desk.TROISDORF))
                            .findFirst()
                            .orElseThrow();
            assertThat(troisdorf.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(troisdorf.getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("12025.08");
            assertThat(troisdorf.getCell(5).getFormula()).contains("ROUND(E18/C18,4)");
            assertThat(troisdorf.getCell(6).getFormula()).contains("E$21*D18/D$21");
            assertThat(rows.getLast().getCell(4).getFormula()).contains("SUM(E2:E20)");
            var origin = workbook.getSheet(1).orElseThrow().read();
            assertThat(origin.getLast().getCellText(1)).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void anotherKeyHasNoFormulaByBase() throws IOException {
        UUID caseId = desk.plannedCase();
        String effect = desk.calculated(caseId).get("id").asString();
        byte[] file =
                desk.get(
                                Desk.CLERK,
                                "/api/finance/v1/levy-effects/{id}/table.xlsx?key=INHABITANTS",
                                effect)
                        .getResponse()
                        .getContentAsByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getFirstSheet().read().getFirst().getCellCount()).isEqualTo(6);
        }
    }

    @Test
    void annexTwoCarriesInputsAndTableWithTheirHashes() {
        UUID caseId = desk.plannedCase();
        JsonNode effect = desk.calculated(caseId);
        var answer = desk.get(Desk.CLERK, "/api/finance/v1/cases/{id}/annexes/2", caseId);
        JsonNode annex = desk.body(answer, 200);
        String text = Desk.text(answer);

        assertThat(annex.get("inputHash")).isEqualTo(effect.get("inputHash"));
        assertThat(annex.get("resultHash")).isEqualTo(effect.get("resultHash"));
        String inputs =
                Desk.text(
                        desk.get(
                                Desk.CLERK,
                                "/api/finance/v1/levy-effects/{id}/inputs",
                                effect.get("id").asString()));
        assertThat(text).contains("\"inputs\":" + inputs + ",");
        assertThat(Canonical.sha256(inputs)).isEqualTo(annex.get("inputHash").asString());
        int result = text.indexOf("\"result\":") + "\"result\":".length();
        assertThat(Canonical.sha256(text.substring(result, text.length() - 1)))
                .isEqualTo(annex.get("resultHash").asString());
        desk.body(
                desk.get(Desk.CLERK, "/api/finance/v1/cases/{id}/annexes/2?number=7", caseId), 404);
    }
}
