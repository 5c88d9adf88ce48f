package de.foerderkreis.application.requirement;

import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Turns announcements into evidence. What a round found is told as it is: silence is silence, never
 * consent.
 */
@Component
class EvidenceListener {

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
            book.takeFromEvent(
                    event.caseId(),
                    kind,
                    null,
                    "round:" + event.roundId(),
                    Map.of(
                            "asked", String.valueOf(event.asked()),
                            "onTime", String.valueOf(event.onTime()),
                            "rejecting", String.valueOf(heads(event, "REJECT")),
                            "approving",
                                    String.valueOf(
                                            heads(event, "APPROVE")
                                                    + heads(event, "APPROVE_WITH_CONDITIONS")),
                            "silent", String.valueOf(heads(event, "NO_REPLY"))));
        }
    }

    void on(CooperationConfirmed event) {
        book.takeFromEvent(
                event.caseId(),
                "COOPERATION",
                event.category(),
                "cooperation:" + event.cooperationId(),
                Map.of("partner", event.partner(), "channel", event.channel()));
    }

    void on(CostPlanCalculated event) {
        book.takeFromEvent(
                event.caseId(),
                "COST_PLAN",
                null,
                "cost-plan",
                Map.of("gross", event.gross(), "net", event.net()));
    }

    private static int heads(ConsultationClosed event, String position) {
        return event.tallies().stream()
                .filter(it -> it.position().equals(position))
                .mapToInt(ConsultationClosed.Tally::heads)
                .sum();
    }
}
