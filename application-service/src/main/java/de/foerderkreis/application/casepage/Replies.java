package de.foerderkreis.application.casepage;

import de.foerderkreis.application.reference.References.LevyEffect;
import de.foerderkreis.application.reference.References.Municipality;
import de.foerderkreis.application.reference.References.Round;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers of a round by position, three ways: by heads, by inhabitants, and by share of the levy.
 * Who was silent when the time ended is a line of its own, never consent, whether or not an answer
 * came late; so the lines of the table add up to those asked, as in the round.
 */
record Replies(List<Line> lines, int asked, long inhabitants, long levyCents) {

    static Replies of(Round round, Map<String, Municipality> towns, @Nullable LevyEffect effect) {
        var byPosition = new LinkedHashMap<String, List<String>>();
        for (var position :
                List.of(
                        "APPROVE",
                        "APPROVE_WITH_CONDITIONS",
                        "NO_OBJECTION",
                        "NEUTRAL",
                        "REJECT")) {
            byPosition.put(position, new ArrayList<>());
        }
        for (var statement : round.statements()) {
            if (!statement.late()) {
                byPosition
                        .computeIfAbsent(statement.position(), it -> new ArrayList<>())
                        .add(statement.ags());
            }
        }
        byPosition.put(round.closed() ? "NO_REPLY_IN_TIME" : "NO_REPLY", round.unansweredInTime());
        var lines = new ArrayList<Line>();
        byPosition.forEach((position, ags) -> {
            if (!ags.isEmpty()) {
                lines.add(
                        new Line(position, ags.size(), inhabitants(ags, towns), levy(ags, effect)));
            }
        });
        return new Replies(
                List.copyOf(lines),
                round.asked(),
                inhabitants(round.addressees(), towns),
                levy(round.addressees(), effect));
    }

    private static long inhabitants(List<String> ags, Map<String, Municipality> towns) {
        return ags.stream()
                .map(towns::get)
                .mapToLong(it -> it == null ? 0 : it.inhabitants())
                .sum();
    }

    private static long levy(List<String> ags, @Nullable LevyEffect effect) {
        return effect == null
                ? 0
                : ags.stream()
                        .map(effect.shares()::get)
                        .mapToLong(it -> it == null ? 0 : it.cents())
                        .sum();
    }

    /**
     * One position.
     *
     * @param position a position, {@code NO_REPLY} while the round is open or {@code
     *     NO_REPLY_IN_TIME} after it
     * @param levyCents share of the calculated levy effect, cents
     */
    record Line(String position, int heads, long inhabitants, long levyCents) {}
}
