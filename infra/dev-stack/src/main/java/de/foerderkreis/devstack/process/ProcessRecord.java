package de.foerderkreis.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is remembered on disk about a started process. A process id alone is reused by the operating
 * system, so a process is only taken for the recorded one if it also started at the same instant
 * and runs the same program.
 *
 * @param program file name of the executable, for example {@code java} or {@code postgres}
 * @param signal what ends it in order: {@code TERM} or, for PostgreSQL, {@code INT}
 */
public record ProcessRecord(String name, long pid, Instant started, String program, String signal) {

    /** The boot time, from which start instants are derived, may be corrected by this much. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(2);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ProcessRecord of(String name, ProcessHandle process, String program, String signal) {
        var started = process.info().startInstant().orElseGet(Instant::now);
        return new ProcessRecord(name, process.pid(), started, program, signal);
    }

    /** The record of the process this code runs in. */
    public static ProcessRecord ofThisProcess(String name) {
        return of(name, ProcessHandle.current(), "java", "TERM");
    }

    /** The process, if it still lives and is really the recorded one. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::matches);
    }

    private boolean matches(ProcessHandle process) {
        var info = process.info();
        return matches(info.startInstant(), info.command());
    }

    boolean matches(Optional<Instant> startInstant, Optional<String> command) {
        var sameInstant =
                startInstant
                        .map(i ->
                                Duration.between(started, i).abs().compareTo(CLOCK_CORRECTION) <= 0)
                        .orElse(false);
        // A process that has ended and waits to be reaped has no program any more.
        var sameProgram =
                command.map(c -> program.equals(String.valueOf(Path.of(c).getFileName())))
                        .orElse(false);
        return sameInstant && sameProgram;
    }

    /** Writes the record so that a reader sees all of it or nothing. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            var draft = folder.resolve(name + ".json.new");
            Files.writeString(draft, JSON.writeValueAsString(this));
            Files.move(draft, file(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The process record of " + name + " cannot be written", e);
        }
    }

    public void delete(Path folder) {
        try {
            Files.deleteIfExists(file(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The process record of " + name + " cannot be deleted", e);
        }
    }

    /**
     * All records of a folder; a damaged one is skipped, its process cannot be recognised anyway.
     */
    public static List<ProcessRecord> readAll(Path folder) {
        var records = new ArrayList<ProcessRecord>();
        if (!Files.isDirectory(folder)) {
            return records;
        }
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                read(file).ifPresent(records::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
        return records;
    }

    private static Optional<ProcessRecord> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), ProcessRecord.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private Path file(Path folder) {
        return folder.resolve(name + ".json");
    }
}
