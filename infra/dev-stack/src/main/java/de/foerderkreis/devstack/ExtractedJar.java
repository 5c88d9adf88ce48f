package de.foerderkreis.devstack;

import de.foerderkreis.devstack.process.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Exists when this very build has been extracted. */
    Path folder() {
        return folder;
    }

    Path jar() {
        return folder.resolve(String.valueOf(original.getFileName()));
    }

    void extract() throws IOException {
        if (!Files.exists(folder)) {
            Archive.delete(original.resolveSibling("aot")); // of earlier builds
            Archive.once(folder, this::extractTo);
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
