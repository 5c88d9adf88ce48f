package de.foerderkreis.devstack;

import de.foerderkreis.devstack.process.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A service's executable jar laid out as plain jars, which is what the JVM can make a cache for.
 */
final class ExtractedJar {

    private final Path original;
    private final Path folder;

    ExtractedJar(Path original) throws IOException {
        this.original = original;
        this.folder =
                original.resolveSibling("aot")
                        .resolve(Integer.toHexString(AotCache.fingerprint(List.of(original))));
    }

    /** Folder of this very build. */
    Path folder() {
        return folder;
    }

    Path jar() {
        return folder.resolve(String.valueOf(original.getFileName()));
    }

    void extract() throws IOException {
        if (!Files.exists(folder)) {
            forgetOldBuilds();
            Archive.once(folder, this::extractTo);
        }
    }

    /** The build before this one stays: a stack may still run from it. */
    private void forgetOldBuilds() throws IOException {
        var builds = original.resolveSibling("aot");
        if (!Files.isDirectory(builds)) {
            return;
        }
        try (var folders = Files.list(builds)) {
            var oldestFirst =
                    folders.sorted(
                                    Comparator.comparing(
                                            (Path build) -> build.toFile().lastModified()))
                            .toList();
            for (Path build : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - 1))) {
                Archive.delete(build);
            }
        }
    }

    private void extractTo(Path target) throws IOException {
        var command =
                List.of(
                        Setup.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        original.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        target.toString());
        if (Commands.run(command, ProcessBuilder.Redirect.DISCARD) != 0) {
            throw new IOException(original + " cannot be extracted");
        }
    }
}
