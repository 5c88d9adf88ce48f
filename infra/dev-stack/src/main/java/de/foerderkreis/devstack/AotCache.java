package de.foerderkreis.devstack;

import de.foerderkreis.devstack.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Loaded and linked classes of one service, stored by the JVM after a trial start and read by the
 * next one. It belongs to one build, one JDK and one set of flags, and lies beside the jar.
 */
final class AotCache {

    private static final String FOLDER = "aot";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path jar;
    private final List<String> flags;
    private final Path folder;

    AotCache(Path jar, List<String> flags) throws IOException {
        this.jar = jar;
        this.flags = flags;
        var key =
                List.of(
                                Files.size(jar),
                                Files.getLastModifiedTime(jar).toMillis(),
                                Runtime.version().toString(),
                                flags.toString())
                        .hashCode();
        this.folder = jar.resolveSibling(FOLDER).resolve(Integer.toHexString(key));
    }

    /** Starts the service with the cache if it is there, else straight from the jar. */
    List<String> command() {
        var command = new ArrayList<>(flags);
        if (Files.exists(cache())) {
            command.addAll(List.of("-XX:AOTCache=" + cache(), "-jar", extracted().toString()));
        } else {
            command.addAll(List.of("-jar", jar.toString()));
        }
        return command;
    }

    /**
     * Starts the service up to the point where it would begin to serve, lets it end there and keeps
     * what it loaded. Runs with low priority: somebody is already using the stack.
     */
    void train(String name, Map<String, String> environment, Setup setup) throws IOException {
        if (Files.exists(cache())) {
            return;
        }
        Archive.delete(jar.resolveSibling(FOLDER)); // of earlier builds
        Archive.once(folder, this::extract);
        var draft = folder.resolve("cache.new");
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(flags);
        command.addAll(
                List.of(
                        "-XX:AOTCacheOutput=" + draft,
                        "-Dspring.context.exit=onRefresh",
                        "-jar",
                        extracted().toString()));
        var child =
                Child.start(
                        name + "-training",
                        command,
                        environment,
                        "TERM",
                        setup.logs(),
                        setup.records());
        var ended = new CountDownLatch(1);
        child.onExit(ended::countDown);
        try {
            ended.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            child.stop(Duration.ofSeconds(5));
        }
        if (child.exitCode().orElse(1) == 0 && Files.exists(draft)) {
            Files.move(draft, cache(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * A cache needs plain jars in a fixed order; the nested ones of the executable jar are laid out
     * beside it.
     */
    private void extract(Path target) throws IOException {
        var command =
                List.of(
                        Setup.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        target.toString(),
                        "--force");
        try {
            var exit =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IOException(jar + " cannot be extracted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private Path extracted() {
        return folder.resolve(String.valueOf(jar.getFileName()));
    }

    private Path cache() {
        return folder.resolve("cache");
    }
}
