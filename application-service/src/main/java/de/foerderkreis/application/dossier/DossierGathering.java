package de.foerderkreis.application.dossier;

import de.foerderkreis.application.annex.Annex;
import de.foerderkreis.application.annex.AnnexFolder;
import de.foerderkreis.application.annex.AnnexSource;
import de.foerderkreis.application.conception.ConceptionReading;
import de.foerderkreis.application.conception.ReleasedConception;
import de.foerderkreis.application.dossier.DossierContent.AnnexPart;
import de.foerderkreis.application.dossier.DossierContent.ConceptionPart;
import de.foerderkreis.application.dossier.DossierContent.LevyPart;
import de.foerderkreis.application.dossier.DossierContent.LevyRow;
import de.foerderkreis.application.dossier.DossierContent.Original;
import de.foerderkreis.application.dossier.DossierContent.StatementPart;
import de.foerderkreis.application.dossier.DossierContent.StatementsPart;
import de.foerderkreis.application.facts.DistrictNames;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.programme.Programme;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.application.reference.CaseFigures;
import de.foerderkreis.application.reference.References;
import de.foerderkreis.application.reference.References.Municipality;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.documents.StoredDocument;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.portal.PortalContext;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a dossier tells, as it is at one moment; inside the transaction that freezes it. */
@Component
class DossierGathering {

    private final Cases cases;
    private final Programmes programmes;
    private final ConceptionReading conception;
    private final AnnexFolder annexes;
    private final CaseFigures figures;
    private final References references;
    private final Documents documents;
    private final DistrictNames districts;
    private final PortalContext portal;

    DossierGathering(
            Cases cases,
            Programmes programmes,
            ConceptionReading conception,
            AnnexFolder annexes,
            CaseFigures figures,
            References references,
            Documents documents,
            DistrictNames districts,
            PortalContext portal) {
        this.cases = cases;
        this.programmes = programmes;
        this.conception = conception;
        this.annexes = annexes;
        this.figures = figures;
        this.references = references;
        this.documents = documents;
        this.districts = districts;
        this.portal = portal;
    }

    /** The content, not yet numbered and without the head of the audit chain. */
    DossierContent gather(UUID caseId) {
        var file = cases.require(caseId);
        var programme = programmes.require(file.programmeCode());
        return new DossierContent(
                DossierContent.FORMAT,
                0,
                Instant.EPOCH,
                portal.demoClock() != null,
                districts.of(Tenancy.district()),
                file.title(),
                file.fileReference(),
                programme.title().de(),
                null,
                conception.latest(caseId).map(DossierGathering::conception).orElse(null),
                annexes.of(caseId).stream()
                        .map(it -> annex(caseId, it, title(programme, it), this::stored))
                        .toList());
    }

    /**
     * What a dossier would say in one annex now. Originals that are not here yet are named as they
     * were announced; nothing is fetched for looking.
     *
     * @throws Problem if the case has no such annex or the annex is missing
     */
    @Transactional(readOnly = true)
    AnnexPreview preview(UUID caseId, int no, Instant at) {
        var file = cases.require(caseId);
        var it =
                annexes.of(caseId).stream()
                        .filter(annex -> annex.no() == no)
                        .filter(annex -> annex.status() != Annex.State.MISSING)
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("annex"));
        var programme = programmes.require(file.programmeCode());
        return new AnnexPreview(
                at,
                portal.demoClock() != null,
                districts.of(Tenancy.district()),
                file.title(),
                file.fileReference(),
                annex(caseId, it, title(programme, it), this::storedOrAnnounced));
    }

    private static String title(Programme programme, AnnexFolder.Item it) {
        return programme.annexes().stream()
                .filter(rule -> rule.no() == it.no())
                .findFirst()
                .orElseThrow()
                .title()
                .de();
    }

    private static ConceptionPart conception(ReleasedConception it) {
        return new ConceptionPart(
                it.no(),
                it.status().name(),
                it.content().title(),
                it.content().releasedOn(),
                it.sha256(),
                it.content().sections());
    }

    private AnnexPart annex(
            UUID caseId, AnnexFolder.Item it, String title, OriginalLookup originals) {
        var sha256 = it.documentSha256();
        var generated =
                it.waivedReason() == null && sha256 == null && it.source() == AnnexSource.GENERATED;
        return new AnnexPart(
                it.no(),
                it.type(),
                title,
                it.status(),
                it.waivedReason(),
                it.text(),
                sha256 == null
                        ? null
                        : original("anhang-%d-".formatted(it.no()), null, stored(sha256)),
                generated && it.type().equals("COST_PLAN")
                        ? figures.costTable(caseId).orElse(null)
                        : null,
                generated && it.type().equals("LEVY_EFFECT")
                        ? figures.levyTable(caseId).map(this::levy).orElse(null)
                        : null,
                generated && it.type().equals("STATEMENTS")
                        ? figures.synopsis(caseId)
                                .map(synopsis -> statements(it.no(), synopsis, originals))
                                .orElse(null)
                        : null);
    }

    private static Original original(
            String prefix, @Nullable String name, StoredDocument document) {
        var called = name == null ? document.filename() : name;
        return new Original(
                prefix + called.replaceAll("[^\\p{L}\\p{N}._-]+", "-"),
                called,
                document.mediaType(),
                document.size(),
                document.sha256());
    }

    private StoredDocument stored(String sha256) {
        // Fetched before the transaction began; one announced since then is asked for again.
        return documents.find(sha256).orElseThrow(() -> Problem.conflict("original-not-here-yet"));
    }

    private StoredDocument stored(SynopsisReleased.Document announced) {
        return stored(announced.sha256());
    }

    private StoredDocument storedOrAnnounced(SynopsisReleased.Document announced) {
        return documents
                .find(announced.sha256())
                .orElseGet(() ->
                        new StoredDocument(
                                announced.sha256(), announced.name(), announced.mediaType(), 0));
    }

    private LevyPart levy(CaseFigures.LevyTable it) {
        var towns = references.municipalities();
        return new LevyPart(
                it.amount(),
                it.rateDelta(),
                it.year(),
                it.inputHash(),
                it.lines().stream()
                        .map(line ->
                                new LevyRow(
                                        line.ags(),
                                        name(towns, line.ags()),
                                        line.base(),
                                        line.perInhabitant(),
                                        line.share()))
                        .toList());
    }

    private StatementsPart statements(
            int annex, CaseFigures.Synopsis it, OriginalLookup originals) {
        var towns = references.municipalities();
        return new StatementsPart(
                it.version(),
                it.releasedOn(),
                it.entries().stream()
                        .map(entry -> statement(annex, entry, towns, originals))
                        .toList());
    }

    private static StatementPart statement(
            int annex,
            SynopsisReleased.Entry it,
            Map<String, Municipality> towns,
            OriginalLookup originals) {
        var files = it.documents();
        return new StatementPart(
                it.ags(),
                name(towns, it.ags()),
                it.position(),
                it.timing(),
                it.receivedAt(),
                it.channel(),
                it.reasons(),
                it.text(),
                IntStream.range(0, files.size())
                        .mapToObj(i ->
                                original(
                                        "anhang-%d-%s-%d-".formatted(annex, it.ags(), i + 1),
                                        files.get(i).name(),
                                        originals.of(files.get(i))))
                        .toList(),
                it.answer(),
                it.proposedDecision(),
                it.minutes(),
                jointWith(it, towns));
    }

    /** Names of the towns a statement was made with; absent for a statement of its own. */
    private static @Nullable String jointWith(
            SynopsisReleased.Entry it, Map<String, Municipality> towns) {
        var others = it.jointWith();
        return others == null || others.isEmpty()
                ? null
                : others.stream()
                        .map(other -> name(towns, other))
                        .collect(Collectors.joining(", "));
    }

    private static String name(Map<String, Municipality> towns, String ags) {
        var town = towns.get(ags);
        return town == null ? ags : town.name();
    }

    /** Where the original of a statement is described. */
    private interface OriginalLookup {
        StoredDocument of(SynopsisReleased.Document announced);
    }
}
