package de.foerderkreis.contracts.application;

import java.util.UUID;

/** Published when a task of a case was done or dropped; key: the case. */
public record CaseTaskClosed(UUID caseId, UUID taskId, long aggregateVersion) {

    /** Topic this event travels on. */
    public static final String TOPIC = "foerderkreis.application.v1";
}
