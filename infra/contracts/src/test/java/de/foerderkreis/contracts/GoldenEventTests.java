package de.foerderkreis.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was once published must be readable for ever. */
class GoldenEventTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final JsonMapper reader =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    static List<Class<?>> events() {
        return EventCatalogue.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void stillReadsWhatWasOnceWritten(Class<?> event) {
        var golden = GOLDEN.resolve(event.getSimpleName() + ".v1.json");
        assertThat(golden)
                .as("golden file of %s, written once and never edited", event.getSimpleName())
                .exists();
        JsonNode written = reader.readTree(EventCatalogue.read(golden));

        var read = reader.treeToValue(written, event);

        assertKept(
                event.getSimpleName(), written, reader.readTree(reader.writeValueAsString(read)));
    }

    /** Components may be added, also inside a part; whatever was written is still there. */
    private static void assertKept(String path, JsonNode written, @Nullable JsonNode again) {
        assertThat(again).as(path).isNotNull();
        if (written.isObject()) {
            written.propertyNames()
                    .forEach(it -> assertKept(path + "." + it, written.get(it), again.get(it)));
        } else if (written.isArray()) {
            assertThat(again.size()).as(path).isEqualTo(written.size());
            for (int index = 0; index < written.size(); index++) {
                assertKept(path + "[" + index + "]", written.get(index), again.get(index));
            }
        } else {
            assertThat(again).as(path).isEqualTo(written);
        }
    }

    @Test
    void everyGoldenFileBelongsToAnEvent() throws Exception {
        var names = events().stream().map(it -> it.getSimpleName() + ".v1.json").toList();
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(it -> it.getFileName().toString())).isSubsetOf(names);
        }
    }

    @Test
    void needsNothingButTheJdk() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "de.foerderkreis.contracts..", "org.jspecify..")
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("de.foerderkreis.contracts"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void carriesItsAggregateVersionAndNoFloatingPoint(Class<?> event) {
        if (!event.getPackageName().endsWith(".clock")) {
            assertThat(event.getRecordComponents())
                    .anyMatch(it -> it.getName().equals("aggregateVersion"));
        }
        assertThat(event.getRecordComponents())
                .noneMatch(it -> it.getType() == double.class || it.getType() == float.class);
    }
}
