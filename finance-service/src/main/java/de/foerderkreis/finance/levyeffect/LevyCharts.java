package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.portal.Formats;
import de.foerderkreis.portal.chart.BarChart;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pictures of the levy effect; each has its table beneath. */
@Component
class LevyCharts {

    private final Formats formats;
    private final Texts texts;

    LevyCharts(Formats formats, Texts texts) {
        this.formats = formats;
        this.texts = texts;
    }

    /** One bar per town, the largest share first. */
    String shares(LevyTable table, String own) {
        List<LevyTable.Line> lines = table.byShare();
        var chart =
                BarChart.titled(texts.say("finance.levy.chart.title"))
                        .described(
                                texts.say(
                                        "finance.levy.chart.text",
                                        lines.size(),
                                        lines.getFirst().town().name(),
                                        money(lines.getFirst().share()),
                                        lines.getLast().town().name(),
                                        money(lines.getLast().share())));
        for (LevyTable.Line line : lines) {
            if (line.town().ags().equals(own)) {
                chart.ownBar(line.town().name(), line.share().cents(), money(line.share()));
            } else {
                chart.bar(line.town().name(), line.share().cents(), money(line.share()));
            }
        }
        return chart.svg();
    }

    /** Euros per inhabitant: the town among the lowest, the mean and the highest. */
    String perInhabitant(LevyTable table, LevyTable.Line town) {
        var byHead =
                table.lines().stream()
                        .sorted(Comparator.comparing(LevyTable.Line::perInhabitant).reversed())
                        .toList();
        LevyTable.Line most = byHead.getFirst();
        LevyTable.Line least = byHead.getLast();
        var chart =
                BarChart.titled(texts.say("finance.town.chart.title"))
                        .described(
                                texts.say(
                                        "finance.town.chart.text",
                                        town.town().name(),
                                        euros(town.perInhabitant()),
                                        euros(table.meanPerInhabitant())));
        if (!most.equals(town)) {
            chart.bar(
                    texts.say("finance.town.most", most.town().name()),
                    units(most.perInhabitant()),
                    euros(most.perInhabitant()));
        }
        chart.ownBar(town.town().name(), units(town.perInhabitant()), euros(town.perInhabitant()));
        chart.bar(
                texts.say("finance.town.mean"),
                units(table.meanPerInhabitant()),
                euros(table.meanPerInhabitant()));
        if (!least.equals(town)) {
            chart.bar(
                    texts.say("finance.town.least", least.town().name()),
                    units(least.perInhabitant()),
                    euros(least.perInhabitant()));
        }
        return chart.svg();
    }

    private String money(Money amount) {
        return formats.money(amount.cents());
    }

    private String euros(BigDecimal value) {
        return formats.number(value, 4) + "\u00a0€";
    }

    private static long units(BigDecimal value) {
        return value.movePointRight(4).longValueExact();
    }
}
