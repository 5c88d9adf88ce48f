package de.foerderkreis.finance;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platformtest.HouseRules;
import de.foerderkreis.portal.check.MessageCompleteness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(FinanceService.class);
    }

    @Test
    void modulesDoNotLeak() {
        ApplicationModules.of(FinanceService.class).verify();
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        new MessageCompleteness("finance").verify();
    }

    @Test
    void noFigureIsAFloatingPointNumber() throws IOException {
        var floating = Pattern.compile("\\b(double|float|Double|Float|doubleValue|floatValue)\\b");
        try (var files = Files.walk(Path.of("src/main"))) {
            var sinners =
                    files.filter(it ->
                                    it.toString().endsWith(".java")
                                            || it.toString().endsWith(".sql"))
                            .filter(it -> floating.matcher(read(it)).find())
                            .toList();
            assertThat(sinners).as("money is cents, quantities are thousandths").isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
