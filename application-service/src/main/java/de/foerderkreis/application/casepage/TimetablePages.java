package de.foerderkreis.application.casepage;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.portal.Crumb;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The timetable of a case: the picture of all that happened and is due, and its tables. */
@Controller
class TimetablePages {

    private final CaseOverviews overviews;
    private final CaseTimeline timeline;
    private final PageTexts texts;

    TimetablePages(CaseOverviews overviews, CaseTimeline timeline, PageTexts texts) {
        this.overviews = overviews;
        this.timeline = timeline;
        this.texts = texts;
    }

    @GetMapping("/vorhaben/{id}/zeitplan")
    @PreAuthorize(Access.DISTRICT)
    String show(@PathVariable UUID id, Model model) {
        var overview = overviews.of(id);
        model.addAttribute(
                "crumbs",
                texts.inCase(
                        id,
                        overview.file().title(),
                        Crumb.here(texts.say("application.timetable.title"))));
        model.addAttribute("file", overview.file());
        model.addAttribute("milestones", overview.milestones());
        model.addAttribute(
                "resolved",
                overview.resolutions().stream()
                        .anyMatch(it -> it.allowsToApplyOn(overview.today())));
        model.addAttribute("timeline", timeline.draw(overview));
        model.addAttribute("history", timeline.history(overview));
        return "application/timetable";
    }
}
