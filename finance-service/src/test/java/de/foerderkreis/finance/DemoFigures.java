package de.foerderkreis.finance;

import de.foerderkreis.platform.money.Money;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The demo district as files: its municipalities, and the results somebody else computed. */
public final class DemoFigures {

    private DemoFigures() {}

    public static byte[] municipalitiesFile() {
        return bytes("municipalities.csv");
    }

    public static String municipalitiesText() {
        return new String(municipalitiesFile(), StandardCharsets.UTF_8);
    }

    public static List<NamedCsvRecord> municipalities() {
        return lines("municipalities.csv");
    }

    /** Column of the expected results by AGS. */
    public static Map<String, Money> expected(String column) {
        return lines("expected-levy-effect.csv").stream()
                .collect(
                        Collectors.toMap(
                                it -> it.getField("ags"),
                                it -> Money.parse(it.getField(column)),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    private static List<NamedCsvRecord> lines(String file) {
        return CsvReader.builder()
                .ofNamedCsvRecord(new String(bytes(file), StandardCharsets.UTF_8))
                .stream()
                .toList();
    }

    private static byte[] bytes(String file) {
        try (var in = DemoFigures.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
