package de.foerderkreis.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/events.md equal to the code. Run with {@code -Dfoerderkreis.docs=write} to write it
 * anew.
 */
class EventDocumentationTests {

    private static final Path PAGE = Path.of("../../docs/events.md");
    private static final Pattern JAVADOC =
            Pattern.compile("/\\*\\*(.*?)\\*/\\s*public record", Pattern.DOTALL);

    @Test
    void theEventPageSaysWhatTheCodeSays() throws Exception {
        var page = page();
        if ("write".equals(System.getProperty("foerderkreis.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).exists();
        assertThat(Files.readString(PAGE))
                .as("docs/events.md; write it anew with -Dfoerderkreis.docs=write")
                .isEqualTo(page);
    }

    private static String page() {
        var text =
                new StringBuilder(
                        """
                        # Events

                        Generated from `infra/contracts`; do not edit. CloudEvents 1.0 in binary mode: the headers carry `ce_id`,
                        `ce_type` (the name below), `ce_source`, `ce_subject`, `ce_time`, `district`, `causationid` and `traceparent`; the
                        value is the JSON of the record. Changes only ever add optional components; anything else is a new topic version.
                        """);
        String topic = "";
        for (Class<?> event : EventCatalogue.events()) {
            if (!topic.equals(EventCatalogue.topic(event))) {
                topic = EventCatalogue.topic(event);
                text.append("\n## `").append(topic).append("`\n");
            }
            text.append("\n### ")
                    .append(event.getSimpleName())
                    .append("\n\n")
                    .append(purpose(event))
                    .append("\n\n");
            text.append("| component | type |\n|---|---|\n");
            for (RecordComponent component : event.getRecordComponents()) {
                text.append("| `")
                        .append(component.getName())
                        .append("` | ")
                        .append(type(component))
                        .append(" |\n");
            }
            for (Class<?> part : event.getDeclaredClasses()) {
                if (part.isRecord()) {
                    text.append("\n`")
                            .append(part.getSimpleName())
                            .append("`: ")
                            .append(
                                    Arrays.stream(part.getRecordComponents())
                                            .map(it -> "`" + it.getName() + "` " + type(it))
                                            .collect(Collectors.joining(", ")))
                            .append("\n");
                }
            }
        }
        return text.toString();
    }

    private static String type(RecordComponent component) {
        return component
                .getGenericType()
                .getTypeName()
                .replaceAll("[a-z0-9.]+\\.(?=[A-Z])", "")
                .replaceAll("\\w+\\$", "");
    }

    private static String purpose(Class<?> event) {
        Matcher javadoc = JAVADOC.matcher(EventCatalogue.read(EventCatalogue.source(event)));
        assertThat(javadoc.find()).as("%s says why it exists", event.getSimpleName()).isTrue();
        return Arrays.stream(javadoc.group(1).split("\n"))
                .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .collect(Collectors.joining(" "))
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s*@param (\\w+) ", "\n- `$1`: ")
                .replaceAll(" +", " ")
                .strip()
                .replaceFirst("\n", "\n\n");
    }
}
