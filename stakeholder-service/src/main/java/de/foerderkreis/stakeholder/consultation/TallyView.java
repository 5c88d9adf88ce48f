package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.money.Money;
import de.foerderkreis.stakeholder.tally.Share;
import de.foerderkreis.stakeholder.tally.TallyLine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a round, so far or at its end: always with absolute numbers, percentages rounded on
 * their own.
 *
 * @param levyBase what the third column is weighed by; absent while no complete base is known
 * @param supplements towns that have only handed in what they had announced as a supplement
 * @param lateStatements towns that answered too late; in {@code lines} they are silent
 */
record TallyView(
        int asked,
        int onTime,
        int late,
        int supplements,
        int silent,
        long inhabitants,
        List<Line> lines,
        @Nullable BaseView levyBase,
        List<LateView> lateStatements,
        boolean demo) {

    record Line(
            String position,
            int heads,
            String headsPercent,
            long inhabitants,
            String inhabitantsPercent,
            @Nullable String levyBase,
            @Nullable String levyBasePercent) {

        static Line of(TallyLine line) {
            var base = line.levyBase();
            return new Line(
                    line.code(),
                    Math.toIntExact(line.heads().part()),
                    percent(line.heads()),
                    line.inhabitants().part(),
                    percent(line.inhabitants()),
                    base == null ? null : Money.ofCents(base.part()).toString(),
                    base == null ? null : percent(base));
        }

        private static String percent(Share share) {
            return share.percent().toPlainString();
        }
    }

    record BaseView(UUID baseId, int year, String status, String total) {}

    record LateView(String ags, String name, String position) {}
}
