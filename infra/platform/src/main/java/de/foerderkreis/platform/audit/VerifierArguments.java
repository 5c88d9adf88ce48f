package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.outbox.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** What the offline verifier was called with. */
record VerifierArguments(Path file, List<NotedHead> heads) {

    static final String USAGE =
            "Usage: AuditVerifier <exported trail, one JSON per line> [--head <position>:<hash>]..."
                    + " [--heads <file of noted heads, one JSON per line> --chain <service>/<district>]";

    /**
     * Reads the command line and the file of heads it names.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static VerifierArguments parse(String[] args) {
        Path file = null;
        Path headFile = null;
        String chain = null;
        var heads = new ArrayList<NotedHead>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--head" -> heads.add(NotedHead.parse(behind(args, i++)));
                case "--heads" -> headFile = readable(behind(args, i++));
                case "--chain" -> chain = behind(args, i++);
                default -> file = readable(args[i]);
            }
        }
        if (file == null) {
            throw new IllegalArgumentException("Which file?");
        }
        if ((headFile == null) != (chain == null)) {
            throw new IllegalArgumentException("--heads and --chain belong together");
        }
        if (headFile != null && chain != null) {
            heads.addAll(of(chain, headFile));
        }
        return new VerifierArguments(file, List.copyOf(heads));
    }

    private static List<NotedHead> of(String chain, Path file) {
        try (var lines = Files.lines(file)) {
            var heads =
                    lines.filter(line -> !line.isBlank())
                            .map(line -> EventJson.read(line, AuditHead.class))
                            .filter(head -> head.chain().equals(chain))
                            .map(head -> new NotedHead(head.position(), head.hash(), head.day()))
                            .toList();
            if (heads.isEmpty()) {
                throw new IllegalArgumentException("No head of chain " + chain + " in " + file);
            }
            return heads;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The heads in " + file + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The heads in " + file + " cannot be read", e);
        }
    }

    private static String behind(String[] args, int option) {
        if (option + 1 >= args.length) {
            throw new IllegalArgumentException("Something is missing behind " + args[option]);
        }
        return args[option + 1];
    }

    private static Path readable(String name) {
        var path = Path.of(name);
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("Cannot read " + name);
        }
        return path;
    }
}
