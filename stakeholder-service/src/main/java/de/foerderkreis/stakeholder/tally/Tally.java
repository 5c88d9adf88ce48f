package de.foerderkreis.stakeholder.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a round by heads, inhabitants and levy base (Umlagegrundlagen). Silence is a line
 * of its own and is added to no position (domain rule: silence is never consent).
 */
public record Tally(List<TallyLine> lines) {

    /**
     * Counts. A line without a voice is left out; the order is that of {@link Position}, silence
     * last.
     */
    public static Tally of(List<Voice> voices) {
        var lines = new ArrayList<TallyLine>();
        for (var position : Position.values()) {
            lines.add(line(voices, position));
        }
        lines.add(line(voices, null));
        return new Tally(lines.stream().filter(line -> line.heads().part() > 0).toList());
    }

    /** How many were asked. */
    public long asked() {
        return lines.stream().mapToLong(line -> line.heads().part()).sum();
    }

    /** How many answered on time. */
    public long onTime() {
        return lines.stream()
                .filter(line -> line.position() != null)
                .mapToLong(line -> line.heads().part())
                .sum();
    }

    private static TallyLine line(List<Voice> voices, @Nullable Position position) {
        var said = voices.stream().filter(voice -> voice.position() == position).toList();
        return new TallyLine(
                position,
                new Share(said.size(), voices.size()),
                new Share(inhabitants(said), inhabitants(voices)),
                levyBase(said, voices));
    }

    private static long inhabitants(List<Voice> voices) {
        return voices.stream().mapToLong(Voice::inhabitants).sum();
    }

    /**
     * A base that misses one of the municipalities would make the others look bigger: then none is
     * shown.
     */
    private static @Nullable Share levyBase(List<Voice> said, List<Voice> voices) {
        return voices.stream().anyMatch(voice -> voice.levyBaseCents() == null)
                ? null
                : new Share(cents(said), cents(voices));
    }

    private static long cents(List<Voice> voices) {
        return voices.stream()
                .map(Voice::levyBaseCents)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
