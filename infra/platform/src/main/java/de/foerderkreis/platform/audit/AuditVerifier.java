package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.audit.AuditFinding.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Verifies an exported trail without database and network. Heads noted earlier show a chain that
 * was cut off or rewritten as a whole: single ones by {@code --head}, from a dossier for instance,
 * or those of the topic {@code foerderkreis.audit.heads.v1}, one JSON per line, by {@code --heads}
 * with the chain they belong to. Ends with 0 if all is well, 1 if something was found, 2 if it
 * could not be read. How to call it: docs/operating-audit.md.
 */
public final class AuditVerifier {

    private final List<AuditFinding> findings = new ArrayList<>();
    private final List<String> tail = new ArrayList<>();
    private final NavigableMap<Long, List<NotedHead>> expected = new TreeMap<>();
    private long position;
    private String previous = AuditSeal.ORIGIN;

    AuditVerifier(List<NotedHead> noted) {
        for (var head : noted) {
            expected.computeIfAbsent(head.position(), it -> new ArrayList<>()).add(head);
        }
    }

    /** Entry point of the command line. */
    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) throws IOException {
        AuditVerifier verifier;
        Path file;
        try {
            var arguments = VerifierArguments.parse(args);
            file = arguments.file();
            verifier = new AuditVerifier(arguments.heads());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            out.println(e.getMessage());
            out.println(VerifierArguments.USAGE);
            return 2;
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
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
            found(Kind.UNREADABLE, position, "");
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
        long at = seal.position();
        if (at != position + 1) {
            found(Kind.GAP, at, Long.toString(position));
        }
        if (!seal.previous().equals(previous)) {
            found(Kind.BROKEN, at, "");
        }
        if (!seal.hash()
                .equals(AuditSeal.hash(at, seal.previous(), seal.entryId(), seal.entryHash()))) {
            found(Kind.SEAL_CHANGED, at, "");
        }
        if (entry == null) {
            found(Kind.GONE, at, seal.entryId().toString());
        } else if (!entry.id().equals(seal.entryId())) {
            found(Kind.OTHER_ENTRY, at, entry.id().toString());
        } else if (!entry.hash().equals(seal.entryHash())) {
            found(Kind.CHANGED, at, entry.id().toString());
        }
        position = seal.position();
        previous = seal.hash();
        for (var head : expected.getOrDefault(position, List.of())) {
            if (!head.hash().equals(seal.hash())) {
                found(Kind.NOT_AS_NOTED, position, head.when());
            }
        }
    }

    private void found(Kind kind, long at, String detail) {
        findings.add(new AuditFinding(kind, at, detail));
    }

    Report report() {
        var all = new ArrayList<>(findings);
        expected.tailMap(position, false)
                .forEach((noted, heads) ->
                        all.add(new AuditFinding(Kind.CUT_OFF, noted, heads.getFirst().when())));
        return new Report(
                position, new Head(position, previous), List.copyOf(tail), List.copyOf(all));
    }

    /**
     * The end of a chain.
     *
     * @param hash of its last link
     */
    public record Head(long position, String hash) {

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
    public record Report(
            long sealed, Head head, List<String> unsealed, List<AuditFinding> findings) {}
}
