package de.foerderkreis.finance.levybase;

import de.foerderkreis.finance.reference.Municipality;
import de.foerderkreis.finance.reference.ReferenceData;
import de.foerderkreis.finance.spreadsheet.RowError;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file of figures in: all of it or nothing, and the same file twice only once. */
@Service
class LevyBaseImport {

    private final StoredLevyBases bases;
    private final ReferenceData reference;
    private final LevyBaseSettings settings;
    private final Audit audit;
    private final BusinessClock clock;

    LevyBaseImport(
            StoredLevyBases bases,
            ReferenceData reference,
            LevyBaseSettings settings,
            Audit audit,
            BusinessClock clock) {
        this.bases = bases;
        this.reference = reference;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Report run(ImportFile file) {
        if (!settings.covers(file.year())) {
            throw Problem.invalid("year", "levy-year-out-of-range");
        }
        List<Municipality> municipalities = reference.municipalities();
        var content =
                LevyBaseFile.read(file.bytes(), settings.componentsOf(file.year()), municipalities);
        List<String> missing =
                content.errors().isEmpty()
                        ? content.missing(municipalities).stream().map(Municipality::name).toList()
                        : List.of();
        if (file.dryRun() || !content.errors().isEmpty()) {
            return new Report(
                    file.dryRun(),
                    content.rows(),
                    content.errors(),
                    missing,
                    null,
                    false,
                    content.total());
        }
        String hash = hash(file, content.entries());
        var known = bases.sameFigures(file.year(), file.status(), hash);
        UUID id = known.orElseGet(() -> add(file, content, hash));
        return new Report(
                false, content.rows(), List.of(), missing, id, known.isEmpty(), content.total());
    }

    private UUID add(ImportFile file, LevyBaseFile.Content content, String hash) {
        var base =
                new LevyBase(
                        Ids.next(),
                        file.year(),
                        file.status(),
                        file.asOf() == null ? clock.today() : file.asOf(),
                        file.filename(),
                        hash,
                        content.total(),
                        0,
                        clock.now(),
                        null,
                        content.entries());
        if (!bases.add(base)) {
            return bases.sameFigures(file.year(), file.status(), hash).orElseThrow();
        }
        audit.record(
                "levy-base.imported",
                "levy-base",
                base.id().toString(),
                null,
                Map.of(
                        "year", base.year(),
                        "status", base.status().name(),
                        "rows", content.rows(),
                        "total", base.total().toString(),
                        "contentSha256", hash),
                null);
        return base.id();
    }

    private static String hash(ImportFile file, List<LevyBase.Entry> entries) {
        var text = new StringBuilder().append(file.year()).append(' ').append(file.status());
        for (LevyBase.Entry entry : entries) {
            text.append('\n')
                    .append(entry.ags())
                    .append(' ')
                    .append(entry.inhabitants())
                    .append(' ')
                    .append(entry.ownYouthOffice())
                    .append(' ')
                    .append(entry.components());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** A file and what it claims to be. */
    record ImportFile(
            byte[] bytes,
            String filename,
            int year,
            LevyBase.Status status,
            @Nullable LocalDate asOf,
            boolean dryRun) {}

    /**
     * What came of it.
     *
     * @param missing municipalities of the district the file is silent about
     * @param baseId version that now holds the figures; absent after a dry run or an error
     * @param created false when the very same figures were there before
     */
    record Report(
            boolean dryRun,
            int rows,
            List<RowError> errors,
            List<String> missing,
            @Nullable UUID baseId,
            boolean created,
            Money total) {}
}
