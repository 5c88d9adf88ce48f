package de.foerderkreis.stakeholder.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was delivered in a round; drafts are not in it. */
@Service
@Transactional(readOnly = true)
public class StatementReader {

    private final StatementRecords records;

    StatementReader(StatementRecords records) {
        this.records = records;
    }

    /** Every statement delivered, by town and arrival. */
    public List<StatementFacts> ofRound(UUID roundId) {
        return records.ofRound(roundId).stream().map(StatementFacts::of).toList();
    }

    /** The statement each town stands with: what counts, or else the last after the deadline. */
    public Map<String, StatementFacts> standing(UUID roundId) {
        var byTown = new LinkedHashMap<String, ArrayList<Statement>>();
        records.ofRound(roundId)
                .forEach(it -> byTown.computeIfAbsent(it.ags(), ags -> new ArrayList<>()).add(it));
        var standing = new LinkedHashMap<String, StatementFacts>();
        byTown.forEach((ags, all) ->
                new Settlement(all)
                        .standing()
                        .ifPresent(it -> standing.put(ags, StatementFacts.of(it))));
        return standing;
    }
}
