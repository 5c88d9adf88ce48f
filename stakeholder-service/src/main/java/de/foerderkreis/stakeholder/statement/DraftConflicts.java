package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.platform.problem.Problem;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells a stale draft from the other problems of a form. */
@Component
class DraftConflicts {

    <T> T telling(Supplier<T> act) {
        try {
            return act.get();
        } catch (Problem problem) {
            if (problem.properties().get("changedFields") instanceof List<?> fields) {
                throw new StaleDraft(fields.stream().map(String::valueOf).toList());
            }
            throw problem;
        }
    }
}
