package de.foerderkreis.application.casepage;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.conception.ConceptionReading;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The case page: where we stand, what is missing, who said what, what it costs whom. */
@Controller
class CasePageController {

    private final CaseOverviews overviews;
    private final NextSteps next;
    private final CaseTimeline timeline;
    private final ConceptionReading conception;
    private final PageTexts texts;

    CasePageController(
            CaseOverviews overviews,
            NextSteps next,
            CaseTimeline timeline,
            ConceptionReading conception,
            PageTexts texts) {
        this.overviews = overviews;
        this.next = next;
        this.timeline = timeline;
        this.conception = conception;
        this.texts = texts;
    }

    @GetMapping("/vorhaben/{id}")
    @PreAuthorize(Access.CASE_READERS)
    String show(@PathVariable UUID id, Model model) {
        var overview = overviews.of(id);
        var caller = Callers.require();
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("application.cases.title"), "/vorhaben"),
                        Crumb.here(overview.file().title())));
        model.addAttribute("it", overview);
        model.addAttribute("file", overview.file());
        model.addAttribute("programme", overview.programme());
        model.addAttribute("timeline", timeline.draw(overview));
        var shown = conception.shown(id).orElse(null);
        model.addAttribute("conception", shown);
        model.addAttribute(
                "mayWriteConception",
                shown != null
                        && shown.version() == null
                        && (caller.has("CLERK") || caller.has("HEAD")));
        model.addAttribute("latest", timeline.latest(overview).orElse(null));
        model.addAttribute("mayEdit", caller.has("CLERK"));
        var round = overview.round().orElse(null);
        model.addAttribute("round", round);
        if (overview.town() == null) {
            model.addAttribute("steps", next.of(overview, caller));
            model.addAttribute(
                    "replies",
                    round == null
                            ? null
                            : Replies.of(round, overview.municipalities(), overview.levyEffect()));
            extremes(overview, model);
        } else {
            town(overview, overview.town(), caller, model);
        }
        return "application/case";
    }

    /** The town that pays most and the one that pays least. */
    private static void extremes(CaseOverview overview, Model model) {
        var effect = overview.levyEffect();
        model.addAttribute("delta", effect == null ? null : new BigDecimal(effect.rateDelta()));
        if (effect != null && !effect.shares().isEmpty()) {
            var byShare =
                    effect.shares().entrySet().stream()
                            .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                            .map(it -> new Share(name(overview, it.getKey()), it.getValue()))
                            .toList();
            model.addAttribute("least", byShare.getFirst());
            model.addAttribute("most", byShare.getLast());
        }
    }

    private static void town(CaseOverview overview, String ags, Caller caller, Model model) {
        var effect = overview.levyEffect();
        model.addAttribute("townName", name(overview, ags));
        model.addAttribute("ownShare", effect == null ? null : effect.shares().get(ags));
        model.addAttribute("ownStatement", overview.round().flatMap(it -> it.of(ags)).orElse(null));
        model.addAttribute(
                "addressed",
                overview.round().filter(it -> it.addressees().contains(ags)).isPresent());
        model.addAttribute("mayor", caller.has("MAYOR"));
    }

    private static String name(CaseOverview overview, String ags) {
        var town = overview.municipalities().get(ags);
        return town == null ? ags : town.name();
    }

    /** What a town pays. */
    record Share(String name, Money amount) {}
}
