package de.foerderkreis.finance.costplan;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.finance.Desk;
import de.foerderkreis.finance.FinanceTest;
import de.foerderkreis.finance.spreadsheet.TableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** A cost plan as a file: out, checked, in, and in again. */
@FinanceTest
class CostPlanFileTests {

    private static final String CSV =
            """
            Bezeichnung;Art;Stellenart;förderfähig;Menge;Einzelbetrag EUR
            Pädagogische Fachkräfte;Personal;EDUCATION_SPECIALIST;ja;2,0;65.000,00
            Verwaltungsfachkraft;Personal;ADMIN_SPECIALIST;ja;1;58000
            Verwaltungshilfskraft;Personal;ADMIN_ASSISTANT;ja;0,5;44.000,00

            Landesförderung;Zuschuss;;nein;;170.000,00
            """;

    @Autowired Desk desk;

    @Test
    void whatWasTakenAwayComesBackAsItWas() {
        UUID id = desk.plannedCase();
        byte[] workbook = workbook(id);

        JsonNode again =
                desk.body(desk.uploadPlan(Desk.TREASURER, id, workbook, "p.xlsx", 0, false), 200);

        assertThat(again.get("created").asBoolean()).isFalse();
        assertThat(again.get("version").asLong()).isEqualTo(1);
        assertThat(again.get("totals").get("net").asString()).isEqualTo("80000.00");
        var lines = TableFile.read(workbook).lines();
        assertThat(lines).hasSize(11);
        assertThat(lines.get(3).cell(4).text()).isEqualTo("0.5");
        assertThat(lines.get(3).cell(5).text()).isEqualTo("44000");
    }

    @Test
    void aDryRunSaysWhatWouldComeAndSavesNothing() {
        UUID id = desk.plannedCase();

        JsonNode report = desk.body(upload(id, CSV, 1, true), 200);

        assertThat(report.get("rows").asInt()).isEqualTo(4);
        assertThat(report.get("errors")).isEmpty();
        assertThat(report.get("totals").get("net").asString()).isEqualTo("40000.00");
        assertThat(report.get("version").isNull()).isTrue();
        assertThat(version(id)).isEqualTo(1);
    }

    @Test
    void theSameFileTwiceIsOneVersion() {
        UUID id = desk.plannedCase();

        assertThat(desk.body(upload(id, CSV, 1, false), 201).get("version").asLong()).isEqualTo(2);
        JsonNode again = desk.body(upload(id, CSV, 1, false), 200);

        assertThat(again.get("created").asBoolean()).isFalse();
        assertThat(version(id)).isEqualTo(2);
        desk.body(upload(id, CSV.replace("58000", "59000"), 1, false), 409);
    }

    @Test
    void everyWrongPlaceIsNamedAndNothingIsSaved() {
        UUID id = desk.plannedCase();
        String wrong =
                CSV.replace("2,0;65.000,00", "viele;65.000,001").replace("Zuschuss", "Geschenk");

        JsonNode checked = desk.body(upload(id, wrong, 1, true), 200);
        assertThat(checked.get("errors"))
                .extracting(it -> it.get("row").asInt() + " " + it.get("column").asString())
                .containsExactly("2 Menge", "2 Einzelbetrag EUR", "6 Art");
        JsonNode refused = desk.body(upload(id, wrong, 1, false), 422);
        assertThat(refused.get("type").asString())
                .isEqualTo("urn:foerderkreis:problem:cost-plan-import-rejected");
        assertThat(refused.get("errors")).hasSize(3);
        assertThat(version(id)).isEqualTo(1);

        JsonNode above =
                desk.body(upload(id, CSV.replace("170.000,00", "170.000,01"), 1, true), 200);
        assertThat(above.get("errors").get(0).get("row").asInt()).isEqualTo(6);
        assertThat(above.get("errors").get(0).get("code").asString()).isEqualTo("grant-above-cap");

        JsonNode header = desk.body(upload(id, "Bezeichnung;Farbe\nx;rot\n", 1, true), 200);
        assertThat(header.get("errors"))
                .extracting(it -> it.get("code").asString())
                .containsExactly("unknown-column", "missing-column", "missing-column");
    }

    @Test
    void aFractionOfACentInAWorkbookIsNoThousand() {
        UUID id = desk.plannedCase();
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("x");
            sheet.value(0, 0, "label");
            sheet.value(0, 1, "category");
            sheet.value(0, 2, "unit_amount");
            sheet.value(1, 0, "=SUM(A1)");
            sheet.value(1, 1, "MATERIAL");
            sheet.value(1, 2, new BigDecimal("1.234"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }

        JsonNode report =
                desk.body(
                        desk.uploadPlan(Desk.TREASURER, id, bytes.toByteArray(), "x.xlsx", 1, true),
                        200);

        assertThat(report.get("errors"))
                .extracting(it -> it.get("code").asString())
                .containsExactly("not-an-amount");
    }

    @Test
    void whatOnlyPretendsToBeAWorkbookIsRefused() throws IOException {
        UUID id = desk.plannedCase();
        assertThat(code(id, bomb())).isEqualTo("file-too-large");
        assertThat(code(id, new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("not-a-workbook");
        assertThat(code(id, new byte[] {(byte) 0xff, 'x'})).isEqualTo("wrong-encoding");
        assertThat(code(id, new byte[0])).isEqualTo("empty-file");
    }

    @Test
    void theTextOfAnnexOneIsTheSameForEver() {
        UUID id = desk.plannedCase();
        String first = Desk.text(desk.get(Desk.CLERK, "/api/finance/v1/cases/{id}/annexes/1", id));
        desk.body(upload(id, CSV, 1, false), 201);

        assertThat(
                        Desk.text(
                                desk.get(
                                        Desk.CLERK,
                                        "/api/finance/v1/cases/{id}/annexes/1?version=1",
                                        id)))
                .isEqualTo(first)
                .startsWith("{\"format\":1,\"caseId\":\"" + id + "\"")
                .endsWith(
                        "\"gross\":\"320000.00\",\"grant\":\"170000.00\",\"saving\":\"70000.00\",\"net\":\"80000.00\"}");
    }

    private String code(UUID id, byte[] file) {
        JsonNode report =
                desk.body(desk.uploadPlan(Desk.TREASURER, id, file, "x.xlsx", 1, true), 200);
        return report.get("errors").get(0).get("code").asString();
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1_000_000];
            for (int each = 0; each < 30; each++) {
                archive.write(zeros);
            }
            archive.closeEntry();
        }
        return bytes.toByteArray();
    }

    private byte[] workbook(UUID id) {
        return desk.page(Desk.CLERK, "/finanzen/" + id + "/kosten/plan.xlsx")
                .getResponse()
                .getContentAsByteArray();
    }

    private MvcTestResult upload(UUID id, String csv, long version, boolean dryRun) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        return desk.uploadPlan(Desk.TREASURER, id, bytes, "plan.csv", version, dryRun);
    }

    private long version(UUID id) {
        return desk.body(desk.get(Desk.CLERK, "/api/finance/v1/cases/{id}/cost-plan", id), 200)
                .get("version")
                .asLong();
    }
}
