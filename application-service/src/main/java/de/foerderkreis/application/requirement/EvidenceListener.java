package de.foerderkreis.application.requirement;

import de.foerderkreis.application.council.Body;
import de.foerderkreis.application.council.Resolution;
import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.contracts.stakeholder.BodyFounded;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import de.foerderkreis.contracts.stakeholder.CooperationRequested;
import de.foerderkreis.platform.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns announcements into evidence. What a round found is told as it is: silence is silence, never
 * consent.
 */
@Component
class EvidenceListener {

    /** Lines of a cost plan that are no expense. */
    private static final Set<String> COVER = Set.of("GRANT", "SAVING");

    private final RequirementBook book;

    EvidenceListener(RequirementBook book) {
        this.book = book;
    }

    void on(ConsultationClosed event) {
        var kind =
                switch (event.kind()) {
                    case "DRAFT_OPINION" -> "CONSULTATION_RESULT";
                    case "CONCEPT_COORDINATION" -> "CONCEPT_COORDINATION";
                    default -> "";
                };
        if (!kind.isEmpty()) {
            book.take(
                    event.caseId(),
                    Announced.whole(
                            kind,
                            "round:" + event.roundId(),
                            Map.of(
                                    "asked", String.valueOf(event.asked()),
                                    "onTime", String.valueOf(event.onTime()),
                                    "rejecting", String.valueOf(heads(event, "REJECT")),
                                    "approving",
                                            String.valueOf(
                                                    heads(event, "APPROVE")
                                                            + heads(
                                                                    event,
                                                                    "APPROVE_WITH_CONDITIONS")),
                                    "silent", String.valueOf(heads(event, "NO_REPLY")))));
        }
    }

    void on(CooperationRequested event) {
        book.ask(
                event.caseId(),
                new AskedPartner(
                        event.cooperationId(), event.partner(), event.category(), event.dueOn()));
    }

    void on(CooperationConfirmed event) {
        book.take(
                event.caseId(),
                new Announced(
                        "COOPERATION",
                        event.category(),
                        "cooperation:" + event.cooperationId(),
                        Map.of("partner", event.partner(), "channel", event.channel()),
                        false,
                        null,
                        null));
    }

    /** Proves R2 only with both sides and minutes (F42); until then it says what is missing. */
    void on(BodyFounded event) {
        if (!event.kind().equals("DEPLOYMENT_MANAGEMENT")) {
            return;
        }
        var minutes = event.minutesSha256();
        var seated = Set.copyOf(event.sides());
        book.take(
                event.caseId(),
                new Announced(
                                "DEPLOYMENT_BODY_MINUTES",
                                null,
                                "body:" + event.bodyId(),
                                Map.of(
                                        "name", event.name(),
                                        "foundedOn", event.foundedOn().toString(),
                                        "district", String.valueOf(seated.contains("DISTRICT")),
                                        "state", String.valueOf(seated.contains("STATE")),
                                        "minutes", minutes == null ? "" : minutes),
                                false,
                                null,
                                event.foundedOn())
                        .orPartialUnless(
                                seated.containsAll(List.of("DISTRICT", "STATE"))
                                        && minutes != null));
    }

    /** Proves R7 only with rooms and workplaces (F49). */
    void on(StaffingPlanSet event) {
        book.take(
                event.caseId(),
                Announced.whole(
                                "FACILITY_PLAN",
                                "staffing-plan",
                                Map.of(
                                        "workplaces", String.valueOf(event.workplaces()),
                                        "rooms", String.valueOf(event.rooms())))
                        .orPartialUnless(event.workplaces() > 0 && event.rooms() > 0));
    }

    /** Proves R8 only with costs the district bears itself (F50). */
    void on(CostPlanCalculated event) {
        var own = own(event.items());
        // Plans from before the lines travelled with them count as they did then.
        book.take(
                event.caseId(),
                Announced.whole(
                                "COST_PLAN",
                                "cost-plan",
                                Map.of(
                                        "gross", event.gross(),
                                        "net", event.net(),
                                        "own", own == null ? "" : own.toString()))
                        .orPartialUnless(own == null || own.cents() > 0));
    }

    @EventListener
    void on(Resolution.Adopted event) {
        var it = event.resolution();
        if (it.body() != Body.KREISTAG) {
            return;
        }
        var kind =
                switch (it.resolves()) {
                    case APPLICATION -> "APPLICATION_RESOLUTION";
                    case CONCEPT -> "CONCEPT_RESOLUTION";
                    case OTHER -> "";
                };
        if (!kind.isEmpty()) {
            book.take(
                    it.caseId(),
                    new Announced(
                            kind,
                            null,
                            "resolution:" + it.id(),
                            Map.of(
                                    "decidedOn", it.decidedOn().toString(),
                                    "outcome", it.outcome().name()),
                            false,
                            it.documentSha256(),
                            it.decidedOn()));
        }
    }

    private static @Nullable Money own(@Nullable List<CostPlanCalculated.Item> items) {
        return items == null
                ? null
                : Money.sum(
                        items.stream()
                                .filter(it -> !it.eligible() && !COVER.contains(it.category()))
                                .map(it -> Money.parse(it.amount()))
                                .toList());
    }

    private static int heads(ConsultationClosed event, String position) {
        return event.tallies().stream()
                .filter(it -> it.position().equals(position))
                .mapToInt(ConsultationClosed.Tally::heads)
                .sum();
    }
}
