package de.foerderkreis.stakeholder.municipality;

import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over a table of municipalities: all of it or, with one error anywhere, nothing. The same
 * table again changes nothing and announces nothing; a municipality missing in it stays.
 */
@Service
class MunicipalityImport {

    private final MunicipalityRecords records;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;

    MunicipalityImport(MunicipalityRecords records, Roots roots, Outbox outbox, Audit audit) {
        this.records = records;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    ImportReport run(byte[] bytes, boolean dryRun) {
        var district = Tenancy.district();
        var file = MunicipalityFile.read(bytes, district);
        if (!file.errors().isEmpty()) {
            return new ImportReport(dryRun, file.rows(), 0, 0, 0, file.errors());
        }
        records.serialiseImports(district);
        var known =
                records.all().stream()
                        .collect(Collectors.toMap(Municipality::ags, Function.identity()));
        var created = 0;
        var updated = 0;
        for (var municipality : file.municipalities()) {
            var before = known.get(municipality.ags());
            if (municipality.equals(before)) {
                continue;
            }
            if (before == null) {
                created++;
            } else {
                updated++;
            }
            if (!dryRun) {
                store(before, municipality);
            }
        }
        return new ImportReport(
                dryRun,
                file.rows(),
                created,
                updated,
                file.rows() - created - updated,
                file.errors());
    }

    private void store(@Nullable Municipality before, Municipality municipality) {
        if (before == null) {
            records.insert(municipality);
        }
        var root = roots.lock("municipality", "ags", municipality.ags());
        if (before != null) {
            records.update(municipality);
        }
        audit.record(
                "municipality.imported",
                "municipality",
                municipality.ags(),
                before,
                municipality,
                null);
        outbox.append(
                root,
                MunicipalityState.TOPIC,
                new MunicipalityState(
                        municipality.ags(),
                        municipality.name(),
                        municipality.type().name(),
                        municipality.inhabitants(),
                        municipality.ownYouthOffice(),
                        root.version()));
    }
}
