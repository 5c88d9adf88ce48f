package de.foerderkreis.application.requirement;

import de.foerderkreis.platform.clock.DeadlineHandler;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at a promise when its day has ended. */
@Component
class PromiseDeadline implements DeadlineHandler {

    private final RequirementBook book;

    PromiseDeadline(RequirementBook book) {
        this.book = book;
    }

    @Override
    public String kind() {
        return RequirementBook.PROMISE;
    }

    @Override
    public void onDue(String subject, Instant dueAt, String payloadJson) {
        var separator = subject.indexOf('/');
        book.promiseDue(
                UUID.fromString(subject.substring(0, separator)), subject.substring(separator + 1));
    }
}
