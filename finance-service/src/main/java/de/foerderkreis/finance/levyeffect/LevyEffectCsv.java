package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.levyeffect.LevyReading.Visible;
import de.foerderkreis.finance.spreadsheet.Downloads;
import de.foerderkreis.platform.money.Money;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The table as a file German Excel opens at once and cannot be tricked by. */
final class LevyEffectCsv {

    private LevyEffectCsv() {}

    static ResponseEntity<byte[]> download(Visible visible, LevyTable table) {
        String name = "umlage-" + visible.inputs().base().year() + ".csv";
        return Downloads.file(
                name,
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                write(table).getBytes(StandardCharsets.UTF_8));
    }

    static String write(LevyTable table) {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(
                    "AGS",
                    "Kommune",
                    "Einwohner",
                    "Umlagegrundlage EUR",
                    "Anteil EUR",
                    "EUR je Einwohner");
            for (LevyTable.Line line : table.lines()) {
                csv.writeRecord(
                        line.town().ags(),
                        Downloads.harmless(line.town().name()),
                        String.valueOf(line.town().inhabitants()),
                        german(line.town().baseAmount()),
                        german(line.share()),
                        line.perInhabitant().toPlainString().replace('.', ','));
            }
            csv.writeRecord(
                    "",
                    "Summe",
                    String.valueOf(table.inhabitants()),
                    german(table.participatingBase()),
                    german(table.sumOfShares()),
                    "");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String german(Money amount) {
        return amount.toString().replace('.', ',');
    }
}
