package de.foerderkreis.application.council;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item on the agenda of a meeting and how the body dealt with it.
 *
 * @param number as on the agenda, unique within the meeting
 * @param publicItem whether it was dealt with in the public part (KrO NRW § 33)
 * @param motionId motion it deals with
 * @param paperIds papers it rests on
 * @param outcome absent until the minutes are there
 * @param votes absent where the minutes count none
 * @param resolutionId the resolution an adopted item became
 * @param version counts changes; a client sends the one it saw
 */
public record AgendaItem(
        UUID id,
        UUID meetingId,
        String number,
        String title,
        boolean publicItem,
        Competence competence,
        @Nullable UUID motionId,
        List<UUID> paperIds,
        @Nullable Outcome outcome,
        @Nullable Votes votes,
        @Nullable String note,
        @Nullable UUID resolutionId,
        long version) {

    AgendaItem decided(
            Outcome what, @Nullable Votes counted, @Nullable String noted, @Nullable UUID became) {
        return new AgendaItem(
                id,
                meetingId,
                number,
                title,
                publicItem,
                competence,
                motionId,
                paperIds,
                what,
                counted,
                noted,
                became,
                version);
    }
}
