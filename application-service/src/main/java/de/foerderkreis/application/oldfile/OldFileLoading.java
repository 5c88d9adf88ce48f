package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.council.CouncilRecord;
import de.foerderkreis.application.council.PastSteps;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.fundingcase.DocumentShelf;
import de.foerderkreis.application.oldfile.OldFileReport.Planned;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.documents.StoredDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over an old file: all of it or, with one error anywhere, nothing. The same table again
 * changes nothing. Each step carries that it was recorded afterwards; one from the day on which the
 * case was entered here, or later, is refused (domain 2.17).
 */
@Service
class OldFileLoading {

    private final Cases cases;
    private final CouncilRecord council;
    private final PastSteps past;
    private final DocumentShelf documents;
    private final Audit audit;

    OldFileLoading(
            Cases cases,
            CouncilRecord council,
            PastSteps past,
            DocumentShelf documents,
            Audit audit) {
        this.cases = cases;
        this.council = council;
        this.past = past;
        this.documents = documents;
        this.audit = audit;
    }

    /** Tells what a table would do and does nothing. */
    @Transactional(readOnly = true)
    OldFileReport tryOut(UUID caseId, byte[] bytes) {
        cases.require(caseId);
        return plan(caseId, bytes, true);
    }

    /** Does it. Two who load the same table at once wait for each other. */
    @Transactional
    OldFileReport load(UUID caseId, byte[] bytes) {
        cases.lock(caseId);
        cases.require(caseId);
        var report = plan(caseId, bytes, false);
        if (report.created() > 0) {
            report.fresh().stream()
                    .sorted(Comparator.comparing(OldStep::on))
                    .forEach(it -> enter(caseId, it));
            audit.record(
                    "old-file.loaded",
                    "case",
                    caseId.toString(),
                    null,
                    Map.of(
                            "rows", report.rows(),
                            "created", report.created(),
                            "unchanged", report.unchanged()),
                    null);
        }
        return report;
    }

    private OldFileReport plan(UUID caseId, byte[] bytes, boolean dryRun) {
        var file = OldFile.read(bytes);
        var errors = new ArrayList<>(file.errors());
        var recorded = RecordedSteps.of(council.chronicle(caseId));
        var shelf = documents.of(caseId);
        var steps = new ArrayList<Planned>();
        for (var row : file.steps()) {
            var before = errors.size();
            if (!cases.recording(caseId, row.on()).afterwards()) {
                errors.add(RowError.of(row.row(), Column.DATE, "not-past"));
            }
            var step = proven(caseId, row, shelf, errors);
            var like = recorded.like(step);
            if (!like.isEmpty() && like.stream().noneMatch(step::saysTheSameAs)) {
                errors.add(RowError.of(row.row(), null, "differs"));
            }
            if (errors.size() == before) {
                steps.add(new Planned(step, !like.isEmpty()));
            }
        }
        var report = new OldFileReport(dryRun, file.rows(), List.copyOf(steps), inOrder(errors));
        return report.clean() && recorded.fullWith(report.fresh())
                ? new OldFileReport(
                        dryRun,
                        file.rows(),
                        report.steps(),
                        List.of(RowError.table("case-full", RecordedSteps.MOST_OF_A_KIND)))
                : report;
    }

    /** The step with the hash of the document its row names. */
    private OldStep proven(
            UUID caseId, OldStep step, List<StoredDocument> shelf, List<RowError> errors) {
        var typed = step.proof();
        if (typed == null || cases.holds(caseId, typed)) {
            return step;
        }
        var named = shelf.stream().filter(it -> it.filename().equals(typed)).toList();
        if (named.size() != 1) {
            var code = named.isEmpty() ? "proof-unknown" : "proof-ambiguous";
            errors.add(RowError.of(step.row(), Column.PROOF, code, typed));
            return step;
        }
        return step.proven(named.getFirst().sha256());
    }

    private void enter(UUID caseId, OldStep step) {
        switch (step) {
            case OldStep.Motion it ->
                    past.motion(caseId, it.on(), it.proposers(), it.subject(), it.proof());
            case OldStep.Filing it ->
                    past.paper(caseId, it.on(), it.number(), it.type(), it.title(), it.proof());
            case OldStep.Meeting it -> past.meeting(caseId, it.body(), it.on());
            case OldStep.Resolution it ->
                    past.resolution(
                            caseId,
                            it.body(),
                            it.on(),
                            it.outcome(),
                            it.resolves(),
                            it.subject(),
                            it.proof());
        }
    }

    private static List<RowError> inOrder(List<RowError> errors) {
        return errors.stream().sorted(Comparator.comparingInt(RowError::row)).toList();
    }
}
