package de.foerderkreis.finance.levybase;

import de.foerderkreis.finance.apportionment.Rate;
import de.foerderkreis.finance.levybase.LevyBases.LevyRate;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Rates districts have published, so that a district need not type in its past. */
@Component
class PublishedLevyRates {

    private final Map<String, LevyRate> rates = new HashMap<>();

    PublishedLevyRates() throws IOException {
        String text =
                new ClassPathResource("published-levy-rates.csv")
                        .getContentAsString(StandardCharsets.UTF_8);
        for (NamedCsvRecord line : CsvReader.builder().ofNamedCsvRecord(text)) {
            int year = Integer.parseInt(line.getField("year"));
            Rate rate = Rate.parse(line.getField("rate")).orElseThrow();
            rates.put(
                    line.getField("district") + " " + year,
                    new LevyRate(year, rate, line.getField("source"), 0));
        }
    }

    Optional<LevyRate> of(int year) {
        return Optional.ofNullable(rates.get(Tenancy.district() + " " + year));
    }
}
