package de.foerderkreis.stakeholder.cooperation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a partner answers.
 *
 * @param function who answers, as a function and not as a person
 * @param note what the partner adds, may be empty
 * @param at when it arrived
 * @param letterSha256 the letter on file, for that channel only
 */
record Answer(
        boolean confirms,
        AnswerChannel channel,
        String function,
        String note,
        Instant at,
        @Nullable String letterSha256) {

    /** As typed by the partner. */
    record Typed(boolean confirms, String function, String note) {

        Answer by(AnswerChannel channel, Instant at) {
            return new Answer(confirms, channel, function.strip(), note.strip(), at, null);
        }
    }
}
