package de.foerderkreis.devstack;

import de.foerderkreis.devstack.process.Commands;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A launcher in the background, followed until the stack is ready. */
final class Detached {

    private final Options options;
    private final Path log;

    Detached(Options options) {
        this.options = options;
        this.log = options.data().resolve("logs/launcher.log");
    }

    /** Written by a launcher when its stack is ready; first line is its process id. */
    static Path readyMarker(Options options) {
        return options.data().resolve("run/ready");
    }

    int start(List<String> arguments) throws IOException {
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        Files.deleteIfExists(readyMarker(options));
        var launcher =
                new ProcessBuilder(Commands.inOwnSession(command(arguments)))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .start();
        try (var followed = new RandomAccessFile(log.toFile(), "r")) {
            while (!isReady(launcher) && !launcher.waitFor(100, TimeUnit.MILLISECONDS)) {
                relay(followed);
            }
            relay(followed);
            return launcher.isAlive() ? 0 : Math.max(1, launcher.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private boolean isReady(Process launcher) throws IOException {
        var marker = readyMarker(options);
        return Files.exists(marker) && Files.readString(marker).startsWith(launcher.pid() + "\n");
    }

    private static void relay(RandomAccessFile followed) throws IOException {
        var buffer = new byte[8192];
        for (int read = followed.read(buffer); read > 0; read = followed.read(buffer)) {
            System.out.write(buffer, 0, read);
        }
        System.out.flush();
    }

    private List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Setup.java());
        command.addAll(
                List.of(
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Dfoerderkreis.root=" + options.root(),
                        "-Dlogback.configurationFile=devstack-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "--supervise"));
        arguments.stream().filter(argument -> !argument.equals("--detach")).forEach(command::add);
        return command;
    }
}
