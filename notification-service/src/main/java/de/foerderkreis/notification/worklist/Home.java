package de.foerderkreis.notification.worklist;

import de.foerderkreis.notification.calendar.CalendarFeeds;
import de.foerderkreis.notification.reference.Backgrounds;
import de.foerderkreis.notification.reference.KnownCase;
import de.foerderkreis.notification.reference.KnownRound;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.notification.template.Wording;
import de.foerderkreis.notification.worklist.Happenings.Happening;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.tenancy.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** The home page in words: what waits, what changed, my cases. */
@Component
class Home {

    private final Worklist worklist;
    private final Happenings happenings;
    private final Visits visits;
    private final CalendarFeeds feeds;
    private final Backgrounds backgrounds;
    private final BusinessClock clock;
    private final MessageSource messages;

    Home(
            Worklist worklist,
            Happenings happenings,
            Visits visits,
            CalendarFeeds feeds,
            Backgrounds backgrounds,
            BusinessClock clock,
            MessageSource messages) {
        this.worklist = worklist;
        this.happenings = happenings;
        this.visits = visits;
        this.feeds = feeds;
        this.backgrounds = backgrounds;
        this.clock = clock;
        this.messages = messages;
    }

    View of(Caller caller, Locale locale) {
        if (caller.district() == null) {
            return new View(List.of(), List.of(), List.of(), List.of());
        }
        var since = visits.note(caller.subject());
        feeds.visited(caller);
        return new View(
                worklist.of(caller).stream().map(it -> waiting(it, locale)).toList(),
                changed(happenings.since(since, caller), locale),
                worklist.cases(caller).stream().map(it -> caseView(it, locale)).toList(),
                worklist.progress(caller).stream().map(Home::progress).toList());
    }

    private Waiting waiting(Work work, Locale locale) {
        var due = work.dueOn();
        var today = clock.today();
        var arguments = work.arguments().toArray();
        return new Waiting(
                work.code().name(),
                messages.getMessage(
                        "notification.work." + work.code() + ".title", arguments, locale),
                reason(work, locale),
                due,
                due == null ? null : ChronoUnit.DAYS.between(today, due),
                due != null && due.isBefore(today),
                work.link(),
                work.caseId(),
                work.roundId());
    }

    /** Why it waits, with the due day in words as the last argument. */
    private String reason(Work work, Locale locale) {
        var key = "notification.work." + work.code() + ".reason";
        var due = work.dueOn();
        var arguments = new ArrayList<>(work.arguments());
        if (due != null) {
            arguments.add(Wording.day(due, locale));
            return messages.getMessage(key, arguments.toArray(), locale);
        }
        // What may lack a day has a sentence that does without.
        return messages.getMessage(
                new DefaultMessageSourceResolvable(
                        new String[] {key + ".open", key}, arguments.toArray()),
                locale);
    }

    private List<Changed> changed(List<Happening> happened, Locale locale) {
        var known = backgrounds.of(happened.stream().map(Happening::facts).toList());
        return happened.stream()
                .map(it -> {
                    var background = known.apply(it.facts());
                    var town = background.municipalityName();
                    var arguments =
                            new Object[] {
                                it.facts().title() != null
                                        ? it.facts().title()
                                        : background.caseTitle() == null
                                                ? ""
                                                : background.caseTitle(),
                                town == null
                                        ? it.facts().municipality() == null
                                                ? ""
                                                : it.facts().municipality()
                                        : town,
                                it.facts().stage() == null ? "" : it.facts().stage(),
                                it.facts().number() == null ? "" : it.facts().number()
                            };
                    return new Changed(
                            it.kind().name(),
                            messages.getMessage(
                                    "notification.happened." + it.kind(), arguments, locale),
                            it.at(),
                            link(it.facts()));
                })
                .toList();
    }

    private CaseView caseView(KnownCase known, Locale locale) {
        return new CaseView(
                known.id(),
                known.title(),
                known.fileReference(),
                known.status(),
                statusText(known.status(), locale),
                "/vorhaben/" + known.id());
    }

    private String statusText(String status, Locale locale) {
        var text = messages.getMessage("notification.case." + status, null, null, locale);
        return text == null ? status : text;
    }

    private static Progress progress(KnownRound round) {
        return new Progress(
                round.id(),
                round.title(),
                round.asked(),
                round.answered(),
                round.dueOn(),
                "/beteiligung/" + round.id());
    }

    private static String link(NoticeFacts facts) {
        if (facts.roundId() != null) {
            return "/beteiligung/" + facts.roundId();
        }
        return "/vorhaben/" + facts.caseId();
    }

    /** Everything the home page shows. */
    record View(
            List<Waiting> waiting,
            List<Changed> changed,
            List<CaseView> cases,
            List<Progress> rounds) {}

    /**
     * Something that waits.
     *
     * @param daysLeft until the due date, negative after it
     */
    record Waiting(
            String code,
            String title,
            String reason,
            @Nullable LocalDate dueOn,
            @Nullable Long daysLeft,
            boolean overdue,
            String link,
            @Nullable UUID caseId,
            @Nullable UUID roundId) {}

    /** Something that happened since the last visit. */
    record Changed(String kind, String text, Instant at, String link) {}

    record CaseView(
            UUID id,
            String title,
            String fileReference,
            String status,
            String statusText,
            String link) {}

    record Progress(
            UUID roundId, String title, int asked, int answered, LocalDate dueOn, String link) {}
}
