package de.foerderkreis.contracts;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** All events, found on the class path, so that none can be forgotten. */
final class EventCatalogue {

    private EventCatalogue() {}

    static List<Class<?>> events() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("de.foerderkreis.contracts")
                        .stream()
                        .filter(JavaClass::isRecord)
                        .filter(it -> it.tryGetField("TOPIC").isPresent())
                        .<Class<?>>map(JavaClass::reflect)
                        .sorted(
                                Comparator.comparing((Class<?> it) -> topic(it))
                                        .thenComparing(Class::getSimpleName))
                        .toList();
    }

    static String topic(Class<?> event) {
        try {
            return (String) event.getField("TOPIC").get(null);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(event + " has no readable TOPIC", impossible);
        }
    }

    static Path source(Class<?> event) {
        return Path.of("src/main/java", event.getName().replace('.', '/') + ".java");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
