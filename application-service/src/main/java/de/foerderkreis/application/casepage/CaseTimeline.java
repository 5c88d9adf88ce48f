package de.foerderkreis.application.casepage;

import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.application.requirement.RequirementStatus;
import de.foerderkreis.portal.chart.Timeline;
import org.springframework.stereotype.Component;

/** Draws what has happened in a case and what is due. */
@Component
class CaseTimeline {

    private final PageTexts texts;

    CaseTimeline(PageTexts texts) {
        this.texts = texts;
    }

    String draw(CaseOverview it) {
        var line =
                Timeline.titled(texts.say("application.timeline.title"))
                        .described(texts.say("application.timeline.description"))
                        .today(it.today())
                        .event(
                                it.file().openedOn(),
                                texts.say("application.timeline.opened"),
                                Timeline.Kind.PAST);
        for (var resolution : it.resolutions()) {
            line.event(
                    resolution.decidedOn(),
                    texts.say("application.body." + resolution.body()),
                    Timeline.Kind.PAST);
        }
        for (var round : it.rounds()) {
            var sentOn = round.sentOn();
            var dueOn = round.dueOn();
            if (sentOn != null) {
                line.event(sentOn, texts.say("application.timeline.sent"), Timeline.Kind.PAST);
            }
            if (dueOn != null) {
                line.event(dueOn, texts.say("application.timeline.due"), Timeline.Kind.DEADLINE);
            }
        }
        it.applications()
                .forEach((stage, standing) -> {
                    var submittedOn = standing.submittedOn();
                    var decidedOn = standing.decidedOn();
                    if (submittedOn != null) {
                        line.event(
                                submittedOn,
                                texts.say("application.timeline.submitted", stage),
                                Timeline.Kind.MILESTONE);
                    }
                    if (decidedOn != null) {
                        line.event(
                                decidedOn,
                                texts.say("application.timeline.decided", stage),
                                Timeline.Kind.MILESTONE);
                    }
                });
        for (var requirement : it.requirements()) {
            var dueOn = requirement.dueOn();
            if (dueOn != null && requirement.status() != RequirementStatus.FULFILLED) {
                line.event(
                        dueOn,
                        texts.say("application.timeline.promise", requirement.code()),
                        Timeline.Kind.DEADLINE);
            }
        }
        return line.svg();
    }
}
