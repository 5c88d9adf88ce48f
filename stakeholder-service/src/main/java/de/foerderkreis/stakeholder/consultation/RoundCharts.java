package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.money.Money;
import de.foerderkreis.portal.Formats;
import de.foerderkreis.portal.chart.StackedBar;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.tally.TallyLine;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Draws a tally: heads, inhabitants and levy base side by side. Its table stands beneath. */
@Component
class RoundCharts {

    private final Forms forms;
    private final Formats formats;

    RoundCharts(Forms forms, Formats formats) {
        this.forms = forms;
        this.formats = formats;
    }

    String positions(TallyView tally) {
        var bar =
                StackedBar.titled(forms.text("stakeholder.chart.title"))
                        .described(
                                forms.text(
                                        "stakeholder.chart.description",
                                        tally.onTime(),
                                        tally.asked(),
                                        tally.silent()));
        bar = bar.row(forms.text("stakeholder.chart.heads"));
        for (var line : tally.lines()) {
            bar = bar.part(label(line), line.heads(), String.valueOf(line.heads()), tone(line));
        }
        bar = bar.row(forms.text("stakeholder.chart.inhabitants"));
        for (var line : tally.lines()) {
            bar =
                    bar.part(
                            label(line),
                            line.inhabitants(),
                            percent(line.inhabitantsPercent()),
                            tone(line));
        }
        if (tally.levyBase() != null) {
            bar = bar.row(forms.text("stakeholder.chart.levy-base"));
            for (var line : tally.lines()) {
                var cents = line.levyBase() == null ? 0 : Money.parse(line.levyBase()).cents();
                var percent = line.levyBasePercent() == null ? "0" : line.levyBasePercent();
                bar = bar.part(label(line), cents, percent(percent), tone(line));
            }
        }
        return bar.svg();
    }

    private String label(TallyView.Line line) {
        return forms.text("stakeholder.position." + line.position());
    }

    private String percent(String percent) {
        return formats.percent(new BigDecimal(percent), 2);
    }

    private static StackedBar.Tone tone(TallyView.Line line) {
        return switch (line.position()) {
            case "APPROVE", "NO_OBJECTION" -> StackedBar.Tone.FOR;
            case "APPROVE_WITH_CONDITIONS" -> StackedBar.Tone.FOR_WITH_CONDITIONS;
            case "REJECT" -> StackedBar.Tone.AGAINST;
            case TallyLine.SILENCE -> StackedBar.Tone.OPEN;
            default -> StackedBar.Tone.NEUTRAL;
        };
    }
}
