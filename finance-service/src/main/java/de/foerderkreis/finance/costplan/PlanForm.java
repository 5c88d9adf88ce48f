package de.foerderkreis.finance.costplan;

import de.foerderkreis.portal.Formats;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cost plan as it stands in the fields of the page, with everything typed, right or wrong.
 *
 * @param version version the typed text started from
 * @param action {@code rows} asks for more empty lines, {@code recalculate} for sums, instead of
 *     saving
 */
record PlanForm(
        @Nullable Long version,
        @Nullable String startsOn,
        @Nullable List<ItemInput> items,
        @Nullable String action) {

    private static final int SPARE_LINES = 3;
    private static final int MORE_LINES = 6;

    static PlanForm of(@Nullable CostPlan plan, Formats formats) {
        if (plan == null) {
            return new PlanForm(0L, "", List.of(), null).withSpareLines(MORE_LINES);
        }
        var items =
                plan.items().stream()
                        .map(it ->
                                new ItemInput(
                                        it.label(),
                                        it.category().name(),
                                        it.eligible(),
                                        formats.number(
                                                it.quantity().asDecimal(),
                                                it.quantity().decimals()),
                                        formats.moneyInput(it.unitAmount().cents()),
                                        it.postCategory(),
                                        it.levyPool().name()))
                        .toList();
        return new PlanForm(
                        plan.version(),
                        plan.startsOn() == null ? "" : plan.startsOn().toString(),
                        items,
                        null)
                .withSpareLines(SPARE_LINES);
    }

    boolean wantsMoreLines() {
        return "rows".equals(action);
    }

    boolean wantsSums() {
        return "recalculate".equals(action);
    }

    PlanForm withMoreLines() {
        return withSpareLines(MORE_LINES);
    }

    PlanForm startingFrom(long current) {
        return new PlanForm(current, startsOn, items, action);
    }

    private PlanForm withSpareLines(int lines) {
        var more = new ArrayList<>(lines());
        for (int line = 0; line < lines; line++) {
            more.add(ItemInput.empty());
        }
        return new PlanForm(version, startsOn, more, action);
    }

    List<ItemInput> lines() {
        return items == null
                ? List.of()
                : items.stream()
                        .map(it -> Optional.ofNullable(it).orElse(ItemInput.empty()).apart())
                        .toList();
    }

    /** Places of the lines somebody wrote into; an emptied line is a removed one. */
    List<Integer> written() {
        var places = new ArrayList<Integer>();
        var lines = lines();
        for (int place = 0; place < lines.size(); place++) {
            if (!blank(lines.get(place))) {
                places.add(place);
            }
        }
        return places;
    }

    private static boolean blank(ItemInput line) {
        return empty(line.label()) && empty(line.quantity()) && empty(line.unitAmount());
    }

    private static boolean empty(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Day the costs begin; empty if none was given, absent if it is no day. */
    Optional<Optional<LocalDate>> day() {
        if (startsOn == null || startsOn.isBlank()) {
            return Optional.of(Optional.empty());
        }
        try {
            return Optional.of(Optional.of(LocalDate.parse(startsOn)));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
