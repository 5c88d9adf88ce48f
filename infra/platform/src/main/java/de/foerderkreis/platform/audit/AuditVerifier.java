package de.foerderkreis.platform.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Verifies an exported trail without database and network: {@code AuditVerifier <file.ndjson>
 * [<position>:<hash>]}. The second argument is a head noted earlier, from a dossier for instance;
 * with it a chain that was cut off or rewritten as a whole is found as well. Ends with 0 if all is
 * well, 1 if something was found, 2 if it could not be read.
 */
public final class AuditVerifier {

    private final List<String> findings = new ArrayList<>();
    private final List<String> tail = new ArrayList<>();
    private final @Nullable Head expected;
    private long position;
    private String previous = AuditSeal.ORIGIN;
    private boolean expectedSeen;

    AuditVerifier(@Nullable Head expected) {
        this.expected = expected;
    }

    /** Entry point of the command line. */
    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) throws IOException {
        if (args.length < 1 || args.length > 2 || !Files.isReadable(Path.of(args[0]))) {
            out.println(
                    "Usage: AuditVerifier <exported trail, one JSON per line> [<position>:<hash of a known head>]");
            return 2;
        }
        var verifier = new AuditVerifier(args.length == 2 ? Head.parse(args[1]) : null);
        try (var lines = Files.lines(Path.of(args[0]), StandardCharsets.UTF_8)) {
            lines.filter(line -> !line.isBlank()).forEach(verifier::take);
        }
        var report = verifier.report();
        report.findings().forEach(finding -> out.println("FOUND   " + finding));
        report.unsealed().forEach(entry -> out.println("UNSEALED " + entry));
        out.printf(
                "%d entries sealed, %d not sealed yet, %d findings, head %s%n",
                report.sealed(), report.unsealed().size(), report.findings().size(), report.head());
        return report.findings().isEmpty() ? 0 : 1;
    }

    /** Takes the next line of an export. */
    void take(String line) {
        try {
            take(AuditLine.parse(line));
        } catch (JacksonException e) {
            findings.add("A line after position " + position + " cannot be read");
        }
    }

    void take(AuditLine line) {
        var seal = line.seal();
        var entry = line.entry();
        if (seal != null) {
            link(seal, entry);
        } else if (entry != null) {
            tail.add(entry.id() + " " + entry.action() + " recorded " + entry.recordedAt());
        }
    }

    private void link(AuditSeal seal, @Nullable AuditEntry entry) {
        Consumer<String> found = what -> findings.add("Position " + seal.position() + ": " + what);
        if (seal.position() != position + 1) {
            found.accept("follows position " + position);
        }
        if (!seal.previous().equals(previous)) {
            found.accept("does not continue the chain");
        }
        if (!seal.hash()
                .equals(
                        AuditSeal.hash(
                                seal.position(),
                                seal.previous(),
                                seal.entryId(),
                                seal.entryHash()))) {
            found.accept("the seal was changed");
        }
        if (entry == null) {
            found.accept("entry " + seal.entryId() + " is gone");
        } else if (!entry.id().equals(seal.entryId())) {
            found.accept("covers entry " + seal.entryId() + ", not " + entry.id());
        } else if (!entry.hash().equals(seal.entryHash())) {
            found.accept("entry " + entry.id() + " was changed");
        }
        position = seal.position();
        previous = seal.hash();
        if (expected != null && expected.position() == position) {
            expectedSeen = true;
            if (!expected.hash().equals(seal.hash())) {
                found.accept("is not the head that was noted");
            }
        }
    }

    Report report() {
        var all = new ArrayList<>(findings);
        if (expected != null && !expectedSeen) {
            all.add(
                    "The chain ends before position "
                            + expected.position()
                            + ", which was noted as its head");
        }
        return new Report(
                position, new Head(position, previous), List.copyOf(tail), List.copyOf(all));
    }

    /**
     * The end of a chain.
     *
     * @param hash of its last link
     */
    record Head(long position, String hash) {

        static Head parse(String text) {
            var parts = text.split(":", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("A head is <position>:<hash>");
            }
            return new Head(Long.parseLong(parts[0]), parts[1]);
        }

        @Override
        public String toString() {
            return position + ":" + hash;
        }
    }

    /**
     * What a verification found.
     *
     * @param sealed how many links the chain has
     * @param unsealed the entries no seal covers yet
     * @param findings what is wrong; empty if nothing is
     */
    record Report(long sealed, Head head, List<String> unsealed, List<String> findings) {}
}
