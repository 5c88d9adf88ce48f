package de.foerderkreis.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTests {

    @TempDir Path folder;

    @Test
    void theLastCauseSaysBestWhatWentWrong() throws IOException {
        var log =
                log(
                        """
                        2026 ERROR The application did not start
                        Caused by: java.lang.IllegalStateException: outer
                        Caused by: java.net.ConnectException: Connection refused
                        2026 INFO bye
                        """);
        assertThat(log.lastError()).contains("java.net.ConnectException: Connection refused");
    }

    @Test
    void withoutACauseTheLastErrorIsShown() throws IOException {
        assertThat(log("FATAL:  lock file exists\nHINT:  is another one running?\n").lastError())
                .contains("FATAL:  lock file exists");
    }

    @Test
    void withoutAnErrorTheLastLineIsShown() throws IOException {
        assertThat(log("one\ntwo\n\n").lastError()).contains("two");
    }

    @Test
    void aLogOfJsonObjectsIsReadableToo() throws IOException {
        var log =
                log(
                        """
                        {"message":"Application run failed","log":{"level":"ERROR"},"error":{"message":"outer","stack_trace":"x\\nCaused by: inner\\n\\tat y"}}
                        """);
        assertThat(log.lastError()).contains("inner");
    }

    @Test
    void theDescriptionOfAFailedApplicationIsBetterThanItsStackTrace() throws IOException {
        var log =
                log(
                        """
                        Caused by: x
                        Description:

                        Port 8080 was already in use.

                        Action:
                        """);
        assertThat(log.lastError()).contains("Port 8080 was already in use.");
    }

    @Test
    void linesOfAnEarlierRunDoNotCount() throws IOException {
        var file = Files.writeString(folder.resolve("a.log"), "ERROR old\n");
        var log = LogFile.beginningAtEnd(file, 1000);
        Files.writeString(file, "ERROR old\nnew\n");
        assertThat(log.lastError()).contains("new");
    }

    private LogFile log(String text) throws IOException {
        return new LogFile(Files.writeString(folder.resolve("x.log"), text), 0);
    }
}
