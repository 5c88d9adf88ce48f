package de.foerderkreis.application.conception;

import de.foerderkreis.application.facts.Facts;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.reference.CaseFigures;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands the conception to whoever may read it. */
@Service
@Transactional(readOnly = true)
class ConceptionShelf implements ConceptionReading {

    private final Conceptions conceptions;
    private final ConceptionTemplates templates;
    private final Cases cases;
    private final Facts facts;
    private final CaseFigures figures;

    ConceptionShelf(
            Conceptions conceptions,
            ConceptionTemplates templates,
            Cases cases,
            Facts facts,
            CaseFigures figures) {
        this.conceptions = conceptions;
        this.templates = templates;
        this.cases = cases;
        this.facts = facts;
        this.figures = figures;
    }

    /** The draft, or the text a revision would start from; for readers of the district. */
    ConceptionDraft draft(UUID caseId) {
        var file = cases.require(caseId);
        var template = templates.require(file.programmeCode());
        var head = conceptions.head(caseId);
        var stored = conceptions.sections(caseId);
        var texts =
                template.sections().stream()
                        .map(it ->
                                stored.containsKey(it.code())
                                        ? stored.get(it.code()).text()
                                        : it.starter().strip())
                        .toList();
        var filled = facts.fill(caseId, texts);
        var sections = new ArrayList<ConceptionDraft.Section>();
        var missing = new LinkedHashSet<String>();
        for (int i = 0; i < texts.size(); i++) {
            var rule = template.sections().get(i);
            var known = stored.get(rule.code());
            sections.add(
                    new ConceptionDraft.Section(
                            rule.code(),
                            rule.title().de(),
                            texts.get(i),
                            filled.get(i).text(),
                            filled.get(i).missing(),
                            known == null ? 0 : known.version()));
            missing.addAll(filled.get(i).missing());
        }
        return new ConceptionDraft(
                head.filter(Conceptions.Head::frozen).isEmpty(),
                conceptions.versions(caseId).size() + 1,
                head.map(Conceptions.Head::version).orElse(0L),
                List.copyOf(sections),
                List.copyOf(missing));
    }

    /** The versions the caller may read, the latest first: a town those it was asked to judge. */
    List<ReleasedConception> versions(UUID caseId) {
        cases.require(caseId);
        var all = conceptions.versions(caseId);
        var caller = Callers.require();
        if (caller.kind() != OrganisationKind.MUNICIPALITY || all.isEmpty()) {
            return all;
        }
        var judged = new LinkedHashSet<>(figures.judgedVersions(caseId, caller.ags()));
        if (judged.remove(0)) {
            judged.add(all.getFirst().no());
        }
        return all.stream().filter(it -> judged.contains(it.no())).toList();
    }

    ReleasedConception version(UUID caseId, int no) {
        return versions(caseId).stream()
                .filter(it -> it.no() == no)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("conception"));
    }

    /** All placeholders with their present values. */
    List<Facts.Known> placeholders(UUID caseId) {
        return facts.known(caseId);
    }

    @Override
    public Optional<ReleasedConception> latest(UUID caseId) {
        cases.require(caseId);
        return conceptions.versions(caseId).stream().findFirst();
    }

    @Override
    public Optional<Shown> shown(UUID caseId) {
        return Callers.require().kind() == OrganisationKind.DISTRICT
                ? shown(caseId, draft(caseId))
                : released(caseId);
    }

    /** The draft while it is one; else the frozen text, which later figures leave untouched. */
    Optional<Shown> shown(UUID caseId, ConceptionDraft draft) {
        if (!draft.editable()) {
            return released(caseId);
        }
        return Optional.of(
                new Shown(
                        null,
                        draft.sections().stream()
                                .map(it -> new Section(it.code(), it.title(), it.blocks()))
                                .toList(),
                        draft.missing()));
    }

    private Optional<Shown> released(UUID caseId) {
        return versions(caseId).stream()
                .findFirst()
                .map(it ->
                        new Shown(
                                it.no(),
                                it.content().sections().stream()
                                        .map(section ->
                                                new Section(
                                                        section.code(),
                                                        section.title(),
                                                        section.blocks()))
                                        .toList(),
                                it.content().missing()));
    }
}
