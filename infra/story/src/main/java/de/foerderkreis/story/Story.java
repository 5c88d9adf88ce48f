package de.foerderkreis.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The demo story (domain reference, section 7): what happens in the Rhein-Sieg-Kreis from the first
 * motion to the submitted application, each chapter on its business day, by the user whose task it
 * is, through the gateway. A chapter that has been played is recognised by what it left behind and
 * is not played again.
 */
public final class Story {

    /** Day on which the demo stands after the start: the first reminder has just gone out. */
    public static final LocalDate DEMO_DAY = LocalDate.of(2014, 2, 25);

    public static final String FILE_REFERENCE = "50.2-KI-2012";
    public static final String CASE_TITLE = "KI Rhein-Sieg-Kreis";
    public static final LocalDate DUE = LocalDate.of(2014, 3, 4);

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final String CLOCK = Whereabouts.NOTIFICATION + "/demo/clock";

    private final Actors actors;
    private final Consumer<String> progress;
    private final Whereabouts where;
    private final Consultation consultation;
    private final List<Chapter> chapters;

    /**
     * @param mailbox where partners without an account find their mails
     */
    public Story(Actors actors, DemoMailbox mailbox, Consumer<String> progress) {
        this.actors = actors;
        this.progress = progress;
        this.where = new Whereabouts(actors);
        this.consultation = new Consultation(actors, where);
        this.chapters =
                new Chapters(actors, where, mailbox, consultation, new StageOne(actors, where))
                        .inOrder();
    }

    /** Everything that happens, by day. */
    public List<Chapter> chapters() {
        return chapters;
    }

    /** Plays every chapter up to and including this business day. */
    public void playTo(LocalDate day) {
        for (Chapter chapter : chapters) {
            if (chapter.day().isAfter(day)) {
                break;
            }
            progress.accept(chapter.english());
            play(chapter);
        }
        moveClockTo(day, MORNING);
    }

    /** Moves the clock to the chapter's morning, unless it is later already, and plays it. */
    public Chapter.Told play(Chapter chapter) {
        moveClockTo(chapter.day(), MORNING);
        return chapter.act().play();
    }

    /** The official drafts, the mayor submits; a town that has answered keeps its answer. */
    public void answer(Town town) {
        consultation.answer(town);
    }

    public String caseId() {
        return where.caseId();
    }

    public Optional<String> findCase() {
        return where.findCase();
    }

    public String roundId() {
        return where.roundId();
    }

    /** Moves the demo clock forward; a clock that is already later stays. */
    public void moveClockTo(LocalDate day, LocalTime time) {
        var target = day.atTime(time).atZone(BERLIN).toInstant();
        if (now().isBefore(target)) {
            actors.clerk().post(CLOCK, Map.of("now", target.toString())).expect(200);
        }
    }

    /** What the demo clock shows. */
    public Instant now() {
        return Instant.parse(actors.clerk().get(CLOCK).expect(200).text("now"));
    }

    public Actors actors() {
        return actors;
    }

    /** The rows of a list answer, whether bare or wrapped in {@code items}. */
    public static List<JsonNode> items(JsonNode answer) {
        return Whereabouts.items(answer);
    }
}
