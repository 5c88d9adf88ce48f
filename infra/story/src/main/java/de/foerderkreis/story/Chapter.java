package de.foerderkreis.story;

import java.time.LocalDate;

/**
 * One thing that happens in the story.
 *
 * @param day business day on which it happens
 * @param german what happens, in a sentence for people
 * @param english the same in English
 * @param act does it through the public API, as the user whose task it is
 */
public record Chapter(LocalDate day, String german, String english, Act act) {

    /** What a chapter does. */
    public interface Act {

        /** Does it, unless it has been done; what somebody else has done before stays as it is. */
        Told play();
    }

    /** How a chapter went. */
    public enum Told {
        PLAYED,
        /** Somebody had done it before: a visitor's own answer, or an earlier run. */
        STOOD_ALREADY
    }
}
