package de.foerderkreis.notification.clock;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the demo story stands, as its player answers {@code /story/next}.
 *
 * @param next what the next press of the button does; absent once the story is told
 * @param last what was played last
 * @param progress how far a step is while it is played
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StoryStanding(
        State state, @Nullable Step next, @Nullable Step last, @Nullable Progress progress) {

    /** No player answers. */
    static final StoryStanding AWAY = new StoryStanding(State.AWAY, null, null, null);

    public boolean mayPlay() {
        return next != null && (state == State.READY || state == State.FAILED);
    }

    /** What the player says of itself, and that it says nothing. */
    enum State {
        READY,
        PLAYING,
        FAILED,
        DONE,
        AWAY
    }

    /**
     * @param number from 1, goes with the order to play it
     * @param text what happens, a sentence with its date
     * @param note what was different, for example that a visitor's own answer stays
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Step(int number, int of, LocalDate day, Text text, @Nullable Text note) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Text(String de, String en) {

        /** In the reader's language. */
        public String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : de;
        }
    }

    /** How many acts of the step are done. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Progress(int done, int of) {}
}
