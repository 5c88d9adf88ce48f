package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that may hold a mail back; asked right before sending, because wishes change while a
 * mail waits.
 */
public interface SendCheck {

    Verdict of(PendingMail mail);

    /**
     * A mail about to be sent.
     *
     * @param linkId one-time link that goes with it
     * @param age since it was recorded, by system time
     */
    record PendingMail(
            Notice notice,
            String organisation,
            Function function,
            @Nullable UUID contactId,
            @Nullable UUID caseId,
            @Nullable UUID linkId,
            Duration age) {}

    /** What to do with it. */
    sealed interface Verdict {

        /** Nothing against it. */
        record Go() implements Verdict {}

        /** Do not send it; the reason is shown to whoever asks why it did not arrive. */
        record Suppress(Reason reason) implements Verdict {}

        /** Something is still missing here; look again. */
        record Later(Duration pause) implements Verdict {}

        /** Not at this hour; send it when the business clock is there. */
        record Hold(Instant until) implements Verdict {}

        /** Not alone; it goes into the digest that is made at this business instant. */
        record Collect(Instant digestAt) implements Verdict {}
    }
}
