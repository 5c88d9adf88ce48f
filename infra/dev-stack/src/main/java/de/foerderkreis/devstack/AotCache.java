package de.foerderkreis.devstack;

import de.foerderkreis.devstack.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/**
 * Loaded and linked classes of one program, stored by the JVM after a trial run and read by the
 * next start, which halves it or better. A cache belongs to one build, one JDK and one set of
 * flags.
 *
 * @param file where the cache is or would be
 * @param flags of the JVM
 * @param program what follows them: class path and main class, or {@code -jar}
 */
record AotCache(Path file, List<String> flags, List<String> program) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** A number that changes with the contents of any of the jars. */
    static int fingerprint(List<Path> jars) throws IOException {
        var hash = 0;
        for (Path jar : jars) {
            hash = 31 * hash + fingerprint(jar);
        }
        return hash;
    }

    private static int fingerprint(Path jar) throws IOException {
        if (!jar.toString().contains("SNAPSHOT")) {
            return Objects.hash(jar, Files.size(jar), Files.getLastModifiedTime(jar));
        }
        // Reproducible builds give our own jars the same time and often the same size.
        try (var zip = new ZipFile(jar.toFile())) {
            return Objects.hash(
                    jar, zip.stream().map(entry -> entry.getName() + entry.getCrc()).toList());
        }
    }

    /** The cache of a program on this process's own class path. */
    static AotCache onOwnClassPath(Setup setup, List<String> flags, Class<?> main)
            throws IOException {
        var classPath = System.getProperty("java.class.path");
        var jars =
                Arrays.stream(classPath.split(java.io.File.pathSeparator)).map(Path::of).toList();
        var program = List.of("-cp", classPath, main.getName());
        // The JVM caches nothing for folders of classes, which is what tests and editors run.
        var cacheable = jars.stream().allMatch(Files::isRegularFile);
        var key =
                cacheable
                        ? Objects.hash(fingerprint(jars), flags, Runtime.version().toString())
                        : 0;
        var name = main.getSimpleName() + "-" + Integer.toHexString(key) + ".aot";
        var folder = setup.options().root().resolve("infra/dev-stack/target/aot");
        return new AotCache(folder.resolve(cacheable ? name : "none"), flags, program);
    }

    boolean exists() {
        return Files.exists(file);
    }

    boolean isPossible() {
        return !file.endsWith("none");
    }

    /** Starts the program, with the cache if there is one. */
    List<String> command(List<String> arguments) {
        var command = new ArrayList<>(flags);
        if (exists()) {
            command.add("-XX:AOTCache=" + file);
        }
        command.addAll(program);
        command.addAll(arguments);
        return command;
    }

    /**
     * Runs the program once in a way in which it ends by itself, and keeps what it loaded. Low
     * priority: somebody is already using the stack.
     */
    void train(
            String name,
            List<String> trialFlags,
            List<String> arguments,
            Map<String, String> environment,
            Setup setup)
            throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = file.resolveSibling(file.getFileName() + ".new");
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(flags);
        command.add("-XX:AOTCacheOutput=" + draft);
        command.addAll(trialFlags);
        command.addAll(program);
        command.addAll(arguments);
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
        if (child.exitCode().orElse(1) != 0 || !Files.exists(draft)) {
            throw new IOException("the trial run failed, see " + child.log().path());
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
