package de.foerderkreis.finance.levybase;

import de.foerderkreis.contracts.finance.LevyBasePublished;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a version usable and tells the others; from then on it stays as it is. */
@Service
class LevyBasePublication {

    private final StoredLevyBases bases;
    private final ReferenceData reference;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    LevyBasePublication(
            StoredLevyBases bases,
            ReferenceData reference,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.bases = bases;
        this.reference = reference;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public LevyBase publish(UUID id, long version) {
        var root = roots.lock(StoredLevyBases.TABLE, id);
        LevyBase base = bases.require(id);
        if (base.published()) {
            throw Problem.conflict("levy-base-published");
        }
        base.requireAllOf(reference.municipalities());
        if (!bases.markPublished(id, version, clock.now())) {
            throw Problem.stale(List.of("published"));
        }
        outbox.append(
                root,
                LevyBasePublished.TOPIC,
                new LevyBasePublished(
                        id,
                        base.year(),
                        base.status().name(),
                        base.total().toString(),
                        base.entries().stream()
                                .map(it ->
                                        new LevyBasePublished.Entry(it.ags(), it.base().toString()))
                                .toList(),
                        root.version()));
        audit.record(
                "levy-base.published",
                "levy-base",
                id.toString(),
                null,
                Map.of("year", base.year(), "total", base.total().toString()),
                null);
        return bases.require(id);
    }
}
