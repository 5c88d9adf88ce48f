package de.foerderkreis.application.task;

import de.foerderkreis.platform.outbox.LockedRoot;
import java.util.List;
import java.util.UUID;

/** The tasks of a case for the modules that order or show them. */
public interface CaseTasks {

    /**
     * Opens a task of a locked case and announces it; the same origin a second time opens nothing.
     *
     * @param origin what ordered it, for example {@code agenda-item:<id>}
     * @param role realm role that has to act, for example {@code clerk}
     */
    void open(
            LockedRoot root,
            UUID caseId,
            CaseTask.Kind kind,
            String title,
            String role,
            String page,
            String origin);

    /** Drops the open task of an origin, for a reason the reader sees; without one does nothing. */
    void drop(LockedRoot root, UUID caseId, String origin, String reason);

    /** All tasks of a case the caller may read, open ones first, by due day. */
    List<CaseTask> of(UUID caseId);
}
