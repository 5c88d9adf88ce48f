package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frozen table beside what else is talked of (domain § 3.6, § 3.7): the end of the funding, the
 * split by inhabitants, and a burden rule where the reader asks for one.
 *
 * @param columns the frozen one first
 * @param rows by the frozen share, the largest first; a town's own row before all others
 */
record LevyComparison(List<Column> columns, List<Row> rows) {

    /** What a column shows; its text is {@code finance.scenario.<name>}. */
    enum Kind {
        FROZEN,
        FUNDING_ENDS,
        INHABITANTS,
        BURDEN
    }

    /**
     * One scenario.
     *
     * @param rateDelta effect on the rate in percentage points, four decimals
     * @param losers how many towns pay more than frozen
     * @param winners how many pay less
     */
    record Column(
            Kind kind, Money amount, Money sum, BigDecimal rateDelta, long losers, long winners) {}

    /** One town under all scenarios. */
    record Row(LevyInputs.Town town, List<Cell> cells) {}

    /**
     * One town under one scenario.
     *
     * @param difference to the frozen share; positive pays more
     */
    record Cell(Money share, Money difference) {}

    /**
     * Puts the scenarios side by side.
     *
     * @param asked what the address asks for; only its burden rules are looked at
     * @param own AGS of the reader's town, empty for the district
     */
    static LevyComparison of(LevyInputs inputs, Scenario asked, String own) {
        List<Kind> kinds = new ArrayList<>();
        List<LevyTable> tables = new ArrayList<>();
        kinds.add(Kind.FROZEN);
        tables.add(LevyTable.of(inputs, Scenario.NONE));
        if (inputs.amountWithoutGrant().isPresent()) {
            kinds.add(Kind.FUNDING_ENDS);
            tables.add(
                    LevyTable.of(
                            inputs,
                            new Scenario(null, true, Scenario.Key.BASE, null, null, List.of())));
        }
        kinds.add(Kind.INHABITANTS);
        tables.add(
                LevyTable.of(
                        inputs,
                        new Scenario(
                                null, false, Scenario.Key.INHABITANTS, null, null, List.of())));
        if (!asked.burdens().isEmpty()) {
            kinds.add(Kind.BURDEN);
            tables.add(
                    LevyTable.of(
                            inputs,
                            new Scenario(
                                    null, false, Scenario.Key.BASE, null, null, asked.burdens())));
        }
        var columns = new ArrayList<Column>();
        for (int place = 0; place < tables.size(); place++) {
            columns.add(column(kinds.get(place), tables.get(place)));
        }
        var rows =
                tables.getFirst().ownFirst(own).stream()
                        .map(line ->
                                new Row(
                                        line.town(),
                                        tables.stream()
                                                .map(it -> cell(it.lineOf(line.town().ags())))
                                                .toList()))
                        .toList();
        return new LevyComparison(List.copyOf(columns), rows);
    }

    private static Column column(Kind kind, LevyTable table) {
        return new Column(
                kind,
                table.amount(),
                table.sumOfShares(),
                table.rateDelta(),
                table.lines().stream().filter(it -> it.difference().cents() > 0).count(),
                table.lines().stream().filter(it -> it.difference().cents() < 0).count());
    }

    private static Cell cell(LevyTable.Line line) {
        return new Cell(line.share(), line.difference());
    }

    Optional<Column> column(Kind kind) {
        return columns.stream().filter(it -> it.kind() == kind).findFirst();
    }
}
