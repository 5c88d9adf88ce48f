package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.platform.money.Money;
import de.foerderkreis.portal.Formats;
import de.foerderkreis.portal.chart.StackedBar;
import de.foerderkreis.stakeholder.form.Forms;
import de.foerderkreis.stakeholder.tally.TallyLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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

    /** One picture with a bar each for heads, inhabitants and levy base. */
    String positions(TallyView tally) {
        var bar =
                StackedBar.titled(forms.text("stakeholder.chart.title"))
                        .described(described(tally));
        bar = heads(bar, tally);
        bar = inhabitants(bar, tally);
        return (tally.levyBase() == null ? bar : levyBase(bar, tally)).svg();
    }

    /** Three pictures, one for each way to weigh; two while no levy base is known. */
    List<String> sideBySide(TallyView tally) {
        var pictures = new ArrayList<String>();
        pictures.add(heads(picture("heads", tally), tally).svg());
        pictures.add(inhabitants(picture("inhabitants", tally), tally).svg());
        if (tally.levyBase() != null) {
            pictures.add(levyBase(picture("levy-base", tally), tally).svg());
        }
        return pictures;
    }

    private StackedBar picture(String weight, TallyView tally) {
        return StackedBar.titled(
                        forms.text(
                                "stakeholder.chart.by", forms.text("stakeholder.chart." + weight)))
                .described(described(tally));
    }

    private String described(TallyView tally) {
        return forms.text(
                "stakeholder.chart.description", tally.onTime(), tally.asked(), tally.silent());
    }

    private StackedBar heads(StackedBar bar, TallyView tally) {
        var next = bar.row(forms.text("stakeholder.chart.heads"));
        for (var line : tally.lines()) {
            next = next.part(label(line), line.heads(), String.valueOf(line.heads()), tone(line));
        }
        return next;
    }

    private StackedBar inhabitants(StackedBar bar, TallyView tally) {
        var next = bar.row(forms.text("stakeholder.chart.inhabitants"));
        for (var line : tally.lines()) {
            next =
                    next.part(
                            label(line),
                            line.inhabitants(),
                            percent(line.inhabitantsPercent()),
                            tone(line));
        }
        return next;
    }

    private StackedBar levyBase(StackedBar bar, TallyView tally) {
        var next = bar.row(forms.text("stakeholder.chart.levy-base"));
        for (var line : tally.lines()) {
            var cents = line.levyBase() == null ? 0 : Money.parse(line.levyBase()).cents();
            var percent = line.levyBasePercent() == null ? "0" : line.levyBasePercent();
            next = next.part(label(line), cents, percent(percent), tone(line));
        }
        return next;
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
