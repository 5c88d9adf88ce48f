package de.foerderkreis.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Programs of the operating system. */
public final class Commands {

    private Commands() {}

    /** Whether a program of this name is on the search path. */
    public static boolean exists(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * The same command in a session of its own, so that Ctrl-C in the terminal does not reach it;
     * the process id stays.
     */
    public static List<String> inOwnSession(List<String> command) {
        var all = new ArrayList<String>();
        if (exists("setsid")) {
            all.add("setsid");
        } else if (exists("perl")) {
            all.addAll(
                    List.of(
                            "perl",
                            "-e",
                            "use POSIX; POSIX::setsid(); exec {$ARGV[0]} @ARGV or die $!"));
        }
        all.addAll(command);
        return all;
    }

    /** Runs a program to its end without output; false if it fails or cannot be run. */
    public static boolean succeeds(List<String> command) {
        try {
            return run(command, ProcessBuilder.Redirect.DISCARD) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs a program to its end and returns its exit code. If the waiting thread is interrupted,
     * the program is ended with it.
     */
    public static int run(List<String> command, ProcessBuilder.Redirect output) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output)
                        .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + command.getFirst() + " ran", e);
        }
    }
}
