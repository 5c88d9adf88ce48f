package de.foerderkreis.stakeholder.body;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body as it is shown.
 *
 * @param deciding always false: what binds is decided by the council and its committees
 * @param sides seated today
 */
record BodyView(
        UUID id,
        String code,
        String name,
        BodyKind kind,
        boolean deciding,
        String leadUnit,
        List<Side> sides,
        @Nullable LocalDate foundedOn,
        @Nullable String foundingMinutesSha256,
        List<Seat> members,
        List<Phase> mandates,
        long version) {

    static BodyView of(Body body, List<Member> members, List<Mandate> mandates, LocalDate today) {
        var founding = body.founding();
        return new BodyView(
                body.id(),
                body.code(),
                body.name(),
                body.kind(),
                false,
                body.leadUnit(),
                members.stream()
                        .filter(it -> it.sitsOn(today))
                        .map(Member::side)
                        .distinct()
                        .sorted()
                        .toList(),
                founding == null ? null : founding.on(),
                founding == null ? null : founding.minutesSha256(),
                members.stream().map(it -> Seat.of(it, today)).toList(),
                mandates.stream().map(Phase::of).toList(),
                body.version());
    }

    /** One seat; {@code current} says whether it is held today. */
    record Seat(
            UUID id,
            Side side,
            String organisation,
            String organisationName,
            String function,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean current) {

        static Seat of(Member it, LocalDate today) {
            return new Seat(
                    it.id(),
                    it.side(),
                    it.organisation(),
                    it.organisationName(),
                    it.function(),
                    it.validFrom(),
                    it.validTo(),
                    it.sitsOn(today));
        }
    }

    /** One phase of the mandate. */
    record Phase(
            UUID id,
            UUID caseId,
            int phase,
            String text,
            LocalDate grantedOn,
            Mandate.@Nullable Council awaits,
            Mandate.Status status,
            @Nullable LocalDate activeOn) {

        static Phase of(Mandate it) {
            return new Phase(
                    it.id(),
                    it.caseId(),
                    it.phase(),
                    it.text(),
                    it.grantedOn(),
                    it.awaits(),
                    it.status(),
                    it.activeOn());
        }
    }
}
