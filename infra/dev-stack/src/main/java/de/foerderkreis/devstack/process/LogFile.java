package de.foerderkreis.devstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of one process; an earlier run's lines stay in it.
 *
 * @param beginning byte at which the lines of this run begin
 */
public record LogFile(Path path, long beginning) {

    private static final int READ_AT_MOST = 1 << 20;
    private static final Pattern CAUSE = Pattern.compile("\\s*Caused by: (.*)");
    private static final Pattern ERROR =
            Pattern.compile("\\b(ERROR|FATAL|PANIC|SEVERE)\\b|^Error|Exception(:|$)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static LogFile beginningAtEnd(Path path, long limit) throws IOException {
        if (Files.exists(path) && Files.size(path) > limit) {
            Files.move(
                    path,
                    path.resolveSibling(path.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return new LogFile(path, Files.exists(path) ? Files.size(path) : 0);
    }

    /**
     * The line of this run that says best why the process ended: a cause, else an error, else the
     * last one.
     */
    public Optional<String> lastError() {
        var lines = lines();
        return description(lines)
                .or(() -> last(lines, CAUSE))
                .or(() -> last(lines, ERROR))
                .or(() -> lines.reversed().stream().filter(line -> !line.isBlank()).findFirst())
                .map(LogFile::readable);
    }

    /** Spring Boot says under this heading, in one paragraph, why an application did not start. */
    private static Optional<String> description(List<String> lines) {
        var heading = lines.lastIndexOf("Description:");
        return heading < 0
                ? Optional.empty()
                : lines.stream().skip(heading + 1).filter(line -> !line.isBlank()).findFirst();
    }

    private static Optional<String> last(List<String> lines, Pattern pattern) {
        return lines.reversed().stream().filter(line -> pattern.matcher(line).find()).findFirst();
    }

    private List<String> lines() {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var from = Math.max(beginning, file.length() - READ_AT_MOST);
            file.seek(from);
            var bytes = new byte[(int) Math.min(READ_AT_MOST, file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Services log one JSON object per line; a person wants the message in it. */
    private static String readable(String line) {
        var text = line.strip();
        if (text.startsWith("{")) {
            try {
                var json = JSON.readTree(text);
                var cause = CAUSE.matcher(json.at("/error/stack_trace").asString(""));
                var reason = json.at("/error/message").asString("");
                while (cause.find()) {
                    reason = cause.group(1);
                }
                text = reason.isEmpty() ? json.path("message").asString(text) : reason;
            } catch (JacksonException e) {
                return text;
            }
        }
        return text.lines().findFirst().orElse(text).replaceFirst("^Caused by: ", "");
    }
}
