package de.foerderkreis.application.council;

import de.foerderkreis.application.fundingcase.Recording;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a body as far as it concerns the case (F4).
 *
 * @param heldOn day of the meeting; lies ahead only for one that was invited to
 * @param invitedOn day of the invitation, not after the meeting
 */
public record Meeting(
        UUID id,
        UUID caseId,
        Body body,
        LocalDate heldOn,
        @Nullable LocalDate invitedOn,
        List<AgendaItem> items,
        Recording recording) {

    Meeting with(List<AgendaItem> its) {
        return new Meeting(id, caseId, body, heldOn, invitedOn, its, recording);
    }
}
