package de.foerderkreis.application.casepage;

import de.foerderkreis.application.council.AgendaItem;
import de.foerderkreis.application.council.Meeting;
import de.foerderkreis.application.milestone.MilestoneStatus;
import de.foerderkreis.application.milestone.Timetable;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.application.requirement.RequirementStatus;
import de.foerderkreis.portal.chart.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells and draws what has happened in a case and what is due. */
@Component
class CaseTimeline {

    /** Letters of a label; from its middle the picture has room for no more on either side. */
    private static final int LABEL = 58;

    private final PageTexts texts;

    CaseTimeline(PageTexts texts) {
        this.texts = texts;
    }

    String draw(CaseOverview it) {
        var line =
                Timeline.titled(texts.say("application.timeline.title"))
                        .described(texts.say("application.timeline.description"))
                        .today(it.today());
        marks(it)
                .forEach(
                        mark -> line.event(mark.on(), mark.label(), mark.precision(), mark.kind()));
        return line.svg();
    }

    /** What has happened up to today, the earliest first. */
    List<Mark> history(CaseOverview it) {
        return marks(it).stream()
                .filter(mark ->
                        mark.precision() == Timeline.Precision.DAY
                                && !mark.on().isAfter(it.today()))
                .sorted(Comparator.comparing(Mark::on))
                .toList();
    }

    Optional<Mark> latest(CaseOverview it) {
        return history(it).reversed().stream().findFirst();
    }

    private List<Mark> marks(CaseOverview it) {
        var marks = new ArrayList<Mark>();
        marks.add(past(it.file().openedOn(), texts.say("application.timeline.opened")));
        for (var motion : it.chronicle().motions()) {
            marks.add(past(motion.datedOn(), texts.say("application.timeline.motion")));
        }
        for (var meeting : it.chronicle().meetings()) {
            marks.add(
                    new Mark(
                            meeting.heldOn(),
                            label(meeting),
                            Timeline.Precision.DAY,
                            meeting.heldOn().isAfter(it.today())
                                    ? Timeline.Kind.PLANNED
                                    : Timeline.Kind.PAST));
        }
        for (var resolution : it.resolutions()) {
            // A town is told the resolution, but not the meeting it was taken in.
            if (resolution.agendaItemId() == null || it.town() != null) {
                marks.add(
                        past(
                                resolution.decidedOn(),
                                decided(
                                        texts.say("application.body." + resolution.body()),
                                        texts.say("application.outcome." + resolution.outcome()))));
            }
        }
        for (var ruling : it.rulings()) {
            marks.add(
                    past(
                            ruling.ruledOn(),
                            texts.say("application.timeline.ruling", ruling.authority())));
        }
        rounds(it, marks);
        applications(it, marks);
        for (var requirement : it.requirements()) {
            var dueOn = requirement.dueOn();
            if (dueOn != null && requirement.status() != RequirementStatus.FULFILLED) {
                marks.add(
                        deadline(
                                dueOn,
                                texts.say("application.timeline.promise", requirement.code())));
            }
        }
        for (var milestone : it.milestones()) {
            if (milestone.status() != MilestoneStatus.DROPPED) {
                marks.add(milestone(milestone));
            }
        }
        return marks;
    }

    private void rounds(CaseOverview it, List<Mark> marks) {
        for (var round : it.rounds()) {
            var sentOn = round.sentOn();
            var dueOn = round.dueOn();
            if (sentOn != null) {
                marks.add(past(sentOn, texts.say("application.timeline.sent")));
            }
            if (dueOn != null) {
                marks.add(deadline(dueOn, texts.say("application.timeline.due")));
            }
        }
    }

    private void applications(CaseOverview it, List<Mark> marks) {
        it.applications()
                .forEach((stage, standing) -> {
                    // A submission is told by its milestone where the programme has one.
                    var submittedOn = standing.submittedOn();
                    var told =
                            it.programme().milestones().stream()
                                    .filter(rule -> Objects.equals(rule.stage(), stage))
                                    .flatMap(rule ->
                                            it.milestones().stream()
                                                    .filter(m -> m.code().equals(rule.code())))
                                    .anyMatch(m -> m.status() == MilestoneStatus.DONE);
                    if (submittedOn != null && !told) {
                        marks.add(
                                reached(
                                        submittedOn,
                                        texts.say("application.timeline.submitted", stage)));
                    }
                    var decidedOn = standing.decidedOn();
                    if (decidedOn != null) {
                        marks.add(
                                reached(
                                        decidedOn,
                                        texts.say("application.timeline.decided", stage)));
                    }
                });
    }

    private static Mark milestone(Timetable.Step it) {
        var when = it.expected();
        // The picture says a single month, quarter or year itself; longer and open ones need words.
        var single = when.to() != null && when.toString().indexOf("..") < 0;
        var span = single ? "" : " (" + when.in(LocaleContextHolder.getLocale()) + ")";
        var title = it.code() + " " + it.title();
        var room = LABEL - span.length();
        var label = title.length() <= room ? title : title.substring(0, room - 1) + "…";
        return new Mark(
                when.from(),
                label + span,
                Timeline.Precision.valueOf(when.precision().name()),
                it.status() == MilestoneStatus.DONE ? Timeline.Kind.PAST : Timeline.Kind.MILESTONE);
    }

    private String label(Meeting meeting) {
        var body = texts.say("application.body." + meeting.body());
        return meeting.items().stream()
                .map(AgendaItem::outcome)
                .filter(Objects::nonNull)
                .findFirst()
                .map(outcome -> decided(body, texts.say("application.outcome." + outcome)))
                .orElse(body);
    }

    private static String decided(String body, String outcome) {
        return body + ": " + outcome;
    }

    private static Mark past(LocalDate on, String label) {
        return new Mark(on, label, Timeline.Precision.DAY, Timeline.Kind.PAST);
    }

    private static Mark deadline(LocalDate on, String label) {
        return new Mark(on, label, Timeline.Precision.DAY, Timeline.Kind.DEADLINE);
    }

    private static Mark reached(LocalDate on, String label) {
        return new Mark(on, label, Timeline.Precision.DAY, Timeline.Kind.MILESTONE);
    }

    /** One thing on the line. */
    record Mark(LocalDate on, String label, Timeline.Precision precision, Timeline.Kind kind) {}
}
