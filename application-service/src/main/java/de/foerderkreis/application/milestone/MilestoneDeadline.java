package de.foerderkreis.application.milestone;

import de.foerderkreis.platform.clock.DeadlineHandler;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at a milestone when its period begins and when it has ended. */
@Component
class MilestoneDeadline implements DeadlineHandler {

    private final MilestoneBook book;

    MilestoneDeadline(MilestoneBook book) {
        this.book = book;
    }

    @Override
    public String kind() {
        return MilestoneBook.DEADLINE;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payloadJson) {
        var parts = subject.split("/", -1);
        book.look(UUID.fromString(parts[0]), parts[1]);
    }
}
