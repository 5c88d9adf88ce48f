package de.foerderkreis.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir Path folder;

    @Test
    void aSecretIsMadeOnceAndKept() {
        var file = folder.resolve("secrets");
        var made = Secrets.in(file).get("db.finance.app");
        assertThat(made).hasSizeGreaterThanOrEqualTo(43);
        assertThat(Secrets.in(file).get("db.finance.app")).isEqualTo(made);
        assertThat(Secrets.in(file).get("db.finance.owner")).isNotEqualTo(made);
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        var file = folder.resolve("new").resolve("secrets");
        Secrets.in(file).get("link");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theDemoPasswordCanBeReadAndTyped() {
        assertThat(Secrets.in(folder.resolve("secrets")).get(Secrets.DEMO_PASSWORD))
                .matches("kreis-\\d{4}-[a-z]{4,8}");
    }
}
