package de.foerderkreis.stakeholder.followup;

import de.foerderkreis.contracts.stakeholder.FollowUpClosed;
import de.foerderkreis.contracts.stakeholder.FollowUpOpened;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Tells the work lists what is open, and until when, under the key of the case. */
@Component
class FollowUpNotices {

    private final Outbox outbox;

    FollowUpNotices(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Said again with the same id when the day changed. */
    void open(LockedRoot root, FollowUp it) {
        outbox.append(
                root,
                FollowUpOpened.TOPIC,
                new FollowUpOpened(
                        it.caseId(),
                        it.id(),
                        it.kind().name(),
                        it.title(),
                        it.role(),
                        it.dueOn(),
                        it.page(),
                        root.version()));
    }

    void closed(LockedRoot root, FollowUp it) {
        outbox.append(
                root,
                FollowUpClosed.TOPIC,
                new FollowUpClosed(it.caseId(), it.id(), root.version()));
    }
}
