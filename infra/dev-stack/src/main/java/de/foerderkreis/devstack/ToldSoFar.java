package de.foerderkreis.devstack;

import de.foerderkreis.story.Chapter;
import de.foerderkreis.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** How many chapters of the story have been told in a data folder; survives a restart. */
final class ToldSoFar {

    static final String FILE = "story-played";

    private final Path file;

    ToldSoFar(Path data) {
        this.file = data.resolve(FILE);
    }

    /** Whether the story was told up to the day of the demo. */
    boolean isAtTheDemo() {
        return Files.exists(file);
    }

    /** Number of chapters told. */
    int chapters() throws IOException {
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    }

    void set(int chapters) throws IOException {
        var draft = file.resolveSibling(FILE + ".new");
        Files.writeString(draft, Integer.toString(chapters));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static int upToTheDemo(List<Chapter> all) {
        return (int) all.stream().filter(it -> !it.day().isAfter(Story.DEMO_DAY)).count();
    }
}
