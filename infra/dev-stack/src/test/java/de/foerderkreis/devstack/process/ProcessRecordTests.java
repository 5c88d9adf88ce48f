package de.foerderkreis.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTests {

    private static final Instant STARTED = Instant.parse("2026-11-23T06:00:00Z");
    private static final ProcessRecord RECORD =
            new ProcessRecord("kafka", 4711, STARTED, "java", "TERM");

    @TempDir Path folder;

    @Test
    void theSameInstantAndProgramAreTheSameProcess() {
        assertThat(
                        RECORD.matches(
                                Optional.of(STARTED.plusMillis(900)), Optional.of("/jdk/bin/java")))
                .isTrue();
    }

    @Test
    void aLaterProcessWithTheSameNumberIsAnother() {
        assertThat(
                        RECORD.matches(
                                Optional.of(STARTED.plusSeconds(3)), Optional.of("/jdk/bin/java")))
                .isFalse();
        assertThat(RECORD.matches(Optional.empty(), Optional.of("/jdk/bin/java"))).isFalse();
    }

    @Test
    void anotherProgramIsAnotherProcess() {
        assertThat(RECORD.matches(Optional.of(STARTED), Optional.of("/usr/bin/vim"))).isFalse();
    }

    @Test
    void aProcessThatHasEndedAndWaitsToBeReapedIsNoLongerThere() {
        assertThat(RECORD.matches(Optional.of(STARTED), Optional.empty())).isFalse();
    }

    @Test
    void aRecordIsReadAgainAndADamagedOneSkipped() throws IOException {
        RECORD.write(folder);
        Files.writeString(folder.resolve("half.json"), "{\"name\":");
        assertThat(ProcessRecord.readAll(folder)).containsExactly(RECORD);
    }

    @Test
    void thisProcessIsFoundByItsRecord() {
        assertThat(ProcessRecord.ofThisProcess("launcher").process())
                .contains(ProcessHandle.current());
    }

    @Test
    void leftoversOfAKilledLauncherAreStoppedAndNothingElse() throws Exception {
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            var child =
                    Child.start(
                            "kafka", List.of("/bin/sleep", "60"), Map.of(), "TERM", folder, folder);
            new ProcessRecord("mail", other.pid(), STARTED, "sleep", "TERM").write(folder);

            assertThat(new Leftovers(folder).stop("postgres")).containsExactly("kafka");
            assertThat(child.isAlive()).isFalse();
            assertThat(other.isAlive()).isTrue();
            assertThat(ProcessRecord.readAll(folder)).isEmpty();
        } finally {
            other.destroy();
        }
    }

    @Test
    void aFrozenProcessStopsToo() {
        var child =
                Child.start("kafka", List.of("/bin/sleep", "60"), Map.of(), "TERM", folder, folder);
        child.signal("STOP");
        child.stop(Duration.ofSeconds(5));
        assertThat(child.exitCode()).hasValue(143);
    }
}
