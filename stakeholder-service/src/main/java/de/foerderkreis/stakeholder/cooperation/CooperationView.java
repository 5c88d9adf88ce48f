package de.foerderkreis.stakeholder.cooperation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request as it is shown. */
record CooperationView(
        UUID id,
        UUID caseId,
        String partner,
        String partnerName,
        String category,
        String request,
        LocalDate askedOn,
        LocalDate dueOn,
        CooperationState state,
        @Nullable AnswerChannel channel,
        @Nullable Instant answeredAt,
        @Nullable String function,
        String note,
        @Nullable String letterSha256,
        long version) {

    static CooperationView of(Cooperation it, String partnerName, LocalDate today) {
        var answer = it.answer();
        return new CooperationView(
                it.id(),
                it.caseId(),
                it.partner(),
                partnerName,
                it.category(),
                it.request(),
                it.askedOn(),
                it.dueOn(),
                it.state(today),
                answer == null ? null : answer.channel(),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.function(),
                answer == null ? "" : answer.note(),
                answer == null ? null : answer.letterSha256(),
                it.version());
    }

    /**
     * The state of one case.
     *
     * @param missing names of the partners that have not confirmed
     */
    record Overview(
            UUID caseId,
            int asked,
            int confirmed,
            List<String> missing,
            List<CooperationView> cooperations) {

        /** One overview per case, in the order the requests come. */
        static List<Overview> of(List<CooperationView> all) {
            var byCase = new LinkedHashMap<UUID, List<CooperationView>>();
            all.forEach(it ->
                    byCase.merge(
                            it.caseId(),
                            List.of(it),
                            (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
            return byCase.entrySet().stream().map(it -> of(it.getKey(), it.getValue())).toList();
        }

        static Overview of(UUID caseId, List<CooperationView> all) {
            var confirmed =
                    (int)
                            all.stream()
                                    .filter(it -> it.state() == CooperationState.CONFIRMED)
                                    .count();
            return new Overview(
                    caseId,
                    all.size(),
                    confirmed,
                    all.stream()
                            .filter(it -> it.state() != CooperationState.CONFIRMED)
                            .map(CooperationView::partnerName)
                            .sorted(Comparator.naturalOrder())
                            .toList(),
                    all);
        }
    }
}
