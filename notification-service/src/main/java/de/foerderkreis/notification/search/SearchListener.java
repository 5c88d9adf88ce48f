package de.foerderkreis.notification.search;

import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.application.CaseTaskClosed;
import de.foerderkreis.contracts.application.CaseTaskOpened;
import de.foerderkreis.contracts.application.ResolutionAdopted;
import de.foerderkreis.contracts.stakeholder.BodyFounded;
import de.foerderkreis.contracts.stakeholder.BodyPositionRecorded;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.FollowUpClosed;
import de.foerderkreis.contracts.stakeholder.FollowUpOpened;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.contracts.stakeholder.PartnerState;
import de.foerderkreis.notification.recipient.Roles;
import de.foerderkreis.notification.search.SearchEntry.Kind;
import de.foerderkreis.notification.search.SearchEntry.Scope;
import de.foerderkreis.notification.task.Task;
import de.foerderkreis.platform.inbox.EventMetadata;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes findable what events tell; who may see what follows the pages the results lead to. */
@Component
public class SearchListener {

    private static final Set<String> DISTRICT =
            Set.of("CLERK", "HEAD", "TREASURER", "LANDRAT", "COUNCIL_SECRETARY", "AUDITOR");
    private static final Set<String> WITH_TOWNS =
            Set.of(
                    "CLERK",
                    "HEAD",
                    "TREASURER",
                    "LANDRAT",
                    "COUNCIL_SECRETARY",
                    "AUDITOR",
                    "MAYOR",
                    "MUNICIPAL_OFFICIAL");
    private static final Set<String> MEMBERS =
            Set.of(
                    "CLERK",
                    "HEAD",
                    "TREASURER",
                    "LANDRAT",
                    "COUNCIL_SECRETARY",
                    "AUDITOR",
                    "ADMIN",
                    "MAYOR",
                    "MUNICIPAL_OFFICIAL",
                    "PARTNER");
    private static final Set<String> CONTACTS =
            Set.of("CLERK", "HEAD", "COUNCIL_SECRETARY", "ADMIN");

    private final SearchIndex index;

    SearchListener(SearchIndex index) {
        this.index = index;
    }

    public void on(CaseState state, EventMetadata meta) {
        index.put(
                new SearchEntry(
                        Kind.CASE,
                        state.caseId().toString(),
                        state.title(),
                        state.fileReference(),
                        state.caseId(),
                        state.openedOn(),
                        "/vorhaben/" + state.caseId(),
                        List.of(state.programmeCode()),
                        WITH_TOWNS,
                        Scope.CASE));
    }

    public void on(MunicipalityState state, EventMetadata meta) {
        index.put(
                new SearchEntry(
                        Kind.MUNICIPALITY,
                        state.ags(),
                        state.name(),
                        state.ags(),
                        null,
                        null,
                        "/kommunen/" + state.ags(),
                        List.of(state.type()),
                        MEMBERS,
                        Scope.ALL));
    }

    public void on(PartnerState state, EventMetadata meta) {
        if (!state.active()) {
            index.remove(Kind.PARTNER, state.alias());
            return;
        }
        index.put(
                new SearchEntry(
                        Kind.PARTNER,
                        state.alias(),
                        state.name(),
                        null,
                        null,
                        null,
                        "/partner/" + state.alias(),
                        List.of(state.alias(), state.category()),
                        CONTACTS,
                        Scope.DISTRICT));
    }

    public void on(BodyFounded event, EventMetadata meta) {
        index.put(
                new SearchEntry(
                        Kind.BODY,
                        event.bodyId().toString(),
                        event.name(),
                        null,
                        event.caseId(),
                        event.foundedOn(),
                        "/gremien",
                        List.of(event.kind()),
                        DISTRICT,
                        Scope.DISTRICT));
    }

    public void on(BodyPositionRecorded event, EventMetadata meta) {
        index.put(
                new SearchEntry(
                        Kind.MEETING,
                        event.meetingId().toString(),
                        event.bodyName(),
                        null,
                        event.caseId(),
                        event.heldOn(),
                        "/sitzungen",
                        List.of(event.body()),
                        DISTRICT,
                        Scope.DISTRICT));
    }

    public void on(ResolutionAdopted event, EventMetadata meta) {
        index.put(
                new SearchEntry(
                        Kind.RESOLUTION,
                        event.resolutionId().toString(),
                        event.body(),
                        null,
                        event.caseId(),
                        event.decidedOn(),
                        "/vorhaben/" + event.caseId() + "/gremien",
                        List.of("Beschluss", "resolution"),
                        WITH_TOWNS,
                        Scope.CASE));
    }

    public void on(ConsultationOpened event, EventMetadata meta) {
        index.put(
                new SearchEntry(
                        Kind.ROUND,
                        event.roundId().toString(),
                        event.title(),
                        null,
                        event.caseId(),
                        event.sentOn(),
                        "/beteiligung/" + event.roundId(),
                        List.of("Beteiligung", "consultation"),
                        WITH_TOWNS,
                        Scope.CASE));
    }

    public void on(CaseTaskOpened event, EventMetadata meta) {
        put(
                new Task(
                        event.taskId(),
                        event.caseId(),
                        event.kind(),
                        event.title(),
                        Roles.key(event.role()),
                        event.dueOn(),
                        event.page()));
    }

    public void on(CaseTaskClosed event, EventMetadata meta) {
        index.remove(Kind.TASK, event.taskId().toString());
    }

    public void on(FollowUpOpened event, EventMetadata meta) {
        put(
                new Task(
                        event.followUpId(),
                        event.caseId(),
                        event.kind(),
                        event.title(),
                        Roles.key(event.role()),
                        event.dueOn(),
                        event.page()));
    }

    public void on(FollowUpClosed event, EventMetadata meta) {
        index.remove(Kind.TASK, event.followUpId().toString());
    }

    private void put(Task task) {
        index.put(
                new SearchEntry(
                        Kind.TASK,
                        task.id().toString(),
                        task.title(),
                        null,
                        task.caseId(),
                        task.dueOn(),
                        task.link(),
                        List.of(),
                        Set.of(task.role()),
                        Scope.DISTRICT));
    }
}
