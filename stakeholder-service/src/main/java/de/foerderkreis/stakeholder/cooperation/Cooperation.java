package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One partner asked in one case.
 *
 * @param partner alias of the partner
 * @param category of F45 or F46, as it was when it was asked
 * @param request what the partner is asked, in plain language
 * @param dueOn last day for an answer; a later one is welcome too
 * @param answer absent while there is none
 */
record Cooperation(
        UUID id,
        UUID caseId,
        String partner,
        String category,
        String request,
        LocalDate askedOn,
        LocalDate dueOn,
        @Nullable Answer answer,
        long version,
        FieldVersions fields) {

    CooperationStatus status() {
        if (answer == null) {
            return CooperationStatus.ASKED;
        }
        return answer.confirms() ? CooperationStatus.CONFIRMED : CooperationStatus.DECLINED;
    }

    CooperationState state(LocalDate today) {
        return switch (status()) {
            case ASKED -> today.isAfter(dueOn) ? CooperationState.SILENT : CooperationState.WAITING;
            case CONFIRMED -> CooperationState.CONFIRMED;
            case DECLINED -> CooperationState.DECLINED;
        };
    }

    /** A partner answers once; only a letter may still turn a refusal into a confirmation. */
    Cooperation answered(Answer given) {
        var turnsARefusal =
                status() == CooperationStatus.DECLINED
                        && given.channel() == AnswerChannel.LETTER
                        && given.confirms();
        if (answer != null && !turnsARefusal) {
            throw Problem.conflict("cooperation-answered");
        }
        var next = version + 1;
        return new Cooperation(
                id,
                caseId,
                partner,
                category,
                request,
                askedOn,
                dueOn,
                given,
                next,
                fields.edited(next, List.of("status", "channel", "function", "note")));
    }
}
