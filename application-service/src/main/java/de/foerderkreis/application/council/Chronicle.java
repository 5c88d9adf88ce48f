package de.foerderkreis.application.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The council's history of a case, each list by date.
 *
 * @param resolutions all of them, also those recorded without their meeting
 */
public record Chronicle(
        List<Motion> motions,
        List<Meeting> meetings,
        List<Paper> papers,
        List<Resolution> resolutions) {

    /** Motions, meetings and resolutions without a meeting in one sequence, the earliest first. */
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        motions.forEach(it -> entries.add(new Entry(it.datedOn(), it, null, null)));
        meetings.forEach(it -> entries.add(new Entry(it.heldOn(), null, it, null)));
        resolutions.stream()
                .filter(it -> it.agendaItemId() == null)
                .forEach(it -> entries.add(new Entry(it.decidedOn(), null, null, it)));
        entries.sort(Comparator.comparing(Entry::on));
        return List.copyOf(entries);
    }

    /** What the towns may know: resolutions the Kreistag adopted in public (KrO NRW § 33). */
    public Chronicle told() {
        var behindClosedDoors =
                meetings.stream()
                        .flatMap(it -> it.items().stream())
                        .filter(it -> !it.publicItem())
                        .map(AgendaItem::id)
                        .toList();
        return new Chronicle(
                List.of(),
                List.of(),
                List.of(),
                resolutions.stream()
                        .filter(it -> it.body() == Body.KREISTAG && it.outcome().adopted())
                        .filter(it ->
                                it.agendaItemId() == null
                                        || !behindClosedDoors.contains(it.agendaItemId()))
                        .toList());
    }

    public Optional<Motion> motion(@Nullable UUID id) {
        return motions.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public List<Paper> papers(List<UUID> ids) {
        return papers.stream().filter(it -> ids.contains(it.id())).toList();
    }

    public Optional<Resolution> resolution(@Nullable UUID id) {
        return resolutions.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** One line of the chronicle: exactly one of the three is there. */
    public record Entry(
            LocalDate on,
            @Nullable Motion motion,
            @Nullable Meeting meeting,
            @Nullable Resolution resolution) {}
}
