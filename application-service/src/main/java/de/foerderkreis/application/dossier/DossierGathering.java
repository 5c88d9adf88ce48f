package de.foerderkreis.application.dossier;

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
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.application.reference.CaseFigures;
import de.foerderkreis.application.reference.References;
import de.foerderkreis.application.reference.References.Municipality;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.portal.PortalContext;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

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
                        .map(it ->
                                annex(
                                        caseId,
                                        it,
                                        programme.annexes().stream()
                                                .filter(rule -> rule.no() == it.no())
                                                .findFirst()
                                                .orElseThrow()
                                                .title()
                                                .de()))
                        .toList());
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

    private AnnexPart annex(UUID caseId, AnnexFolder.Item it, String title) {
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
                sha256 == null ? null : original("anhang-%d-".formatted(it.no()), null, sha256),
                generated && it.type().equals("COST_PLAN")
                        ? figures.costTable(caseId).orElse(null)
                        : null,
                generated && it.type().equals("LEVY_EFFECT")
                        ? figures.levyTable(caseId).map(this::levy).orElse(null)
                        : null,
                generated && it.type().equals("STATEMENTS")
                        ? figures.synopsis(caseId)
                                .map(synopsis -> statements(it.no(), synopsis))
                                .orElse(null)
                        : null);
    }

    private Original original(String prefix, @Nullable String name, String sha256) {
        // Fetched before the transaction began; one announced since then is asked for again.
        var stored =
                documents.find(sha256).orElseThrow(() -> Problem.conflict("original-not-here-yet"));
        var called = name == null ? stored.filename() : name;
        return new Original(
                prefix + called.replaceAll("[^\\p{L}\\p{N}._-]+", "-"),
                called,
                stored.mediaType(),
                stored.size(),
                sha256);
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

    private StatementsPart statements(int annex, CaseFigures.Synopsis it) {
        var towns = references.municipalities();
        return new StatementsPart(
                it.version(),
                it.releasedOn(),
                it.entries().stream()
                        .map(entry -> statement(annex, entry, name(towns, entry.ags())))
                        .toList());
    }

    private StatementPart statement(int annex, SynopsisReleased.Entry it, String town) {
        var files = it.documents();
        return new StatementPart(
                it.ags(),
                town,
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
                                        files.get(i).sha256()))
                        .toList(),
                it.answer(),
                it.proposedDecision());
    }

    private static String name(Map<String, Municipality> towns, String ags) {
        var town = towns.get(ags);
        return town == null ? ags : town.name();
    }
}
