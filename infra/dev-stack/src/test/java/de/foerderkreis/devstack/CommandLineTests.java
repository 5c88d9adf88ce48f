package de.foerderkreis.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTests {

    private static final Path ROOT = Path.of("/repository");

    @Test
    void withoutOptionsEverythingStartsOnTheUsualPortsWithTheStory() {
        var line = parse();
        assertThat(line.action()).isEqualTo(CommandLine.Action.START);
        assertThat(line.options()).isEqualTo(Options.usual(ROOT));
        assertThat(line.options().data()).isEqualTo(ROOT.resolve(".data"));
        assertThat(line.options().portBase()).isEqualTo(8080);
        assertThat(line.options().story()).isTrue();
    }

    @Test
    void optionsCombineInAnyOrder() {
        var line =
                parse("--data", "/tmp/elsewhere", "--detach", "--no-story", "--port-base", "9180");
        assertThat(line.action()).isEqualTo(CommandLine.Action.DETACH);
        assertThat(line.options().data()).isEqualTo(Path.of("/tmp/elsewhere"));
        assertThat(line.options().portBase()).isEqualTo(9180);
        assertThat(line.options().story()).isFalse();
    }

    @Test
    void emptyMeansAFreshDistrictThatBeginsToday() {
        assertThat(parse("--empty").options().story()).isFalse();
        assertThat(parse("--empty").options().today()).isTrue();
        assertThat(parse("--no-story").options().today()).isFalse();
    }

    @Test
    void logsNeedTheNameOfAPart() {
        assertThat(parse("--logs", "gateway").service()).isEqualTo("gateway");
        assertThatThrownBy(() -> parse("--logs", "gatway"))
                .hasMessageStartingWith("There is no part 'gatway'; there are postgres, kafka");
        assertThatThrownBy(() -> parse("--logs"))
                .hasMessageStartingWith("Option --logs needs a value");
    }

    @Test
    void someParts() {
        assertThat(parse("--only", "postgres,mail").options().only())
                .isEqualTo(Set.of("postgres", "mail"));
        assertThatThrownBy(() -> parse("--only", "mysql")).isInstanceOf(StackFailure.class);
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> parse("--stopp"))
                .isInstanceOf(StackFailure.class)
                .hasMessage("There is no option '--stopp'; ./start --help lists the options.");
    }

    @Test
    void aPortBaseIsANumberThatLeavesRoomForTwelvePorts() {
        assertThatThrownBy(() -> parse("--port-base", "http"))
                .hasMessage("The port base must be a number, not 'http'.");
        assertThatThrownBy(() -> parse("--port-base", "80"))
                .hasMessageContaining("between 1024 and 65500");
        assertThatThrownBy(() -> parse("--port-base", "65530")).isInstanceOf(StackFailure.class);
    }

    @Test
    void everyOptionIsExplained() {
        for (String option :
                List.of(
                        "--detach",
                        "--stop",
                        "--status",
                        "--logs",
                        "--reset",
                        "--empty",
                        "--port-base",
                        "--data")) {
            assertThat(CommandLine.HELP).contains(option);
        }
    }

    private static CommandLine parse(String... arguments) {
        return CommandLine.parse(ROOT, List.of(arguments));
    }
}
