package de.foerderkreis.application.conception;

import de.foerderkreis.application.conception.Conceptions.StoredSection;
import de.foerderkreis.application.facts.Facts;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the draft, section by section; nobody loses a word to a colleague. */
@Service
@Transactional
class ConceptionEditing {

    static final int LONGEST = 20_000;

    private final Conceptions conceptions;
    private final ConceptionTemplates templates;
    private final Cases cases;
    private final Facts facts;
    private final Audit audit;

    ConceptionEditing(
            Conceptions conceptions,
            ConceptionTemplates templates,
            Cases cases,
            Facts facts,
            Audit audit) {
        this.conceptions = conceptions;
        this.templates = templates;
        this.cases = cases;
        this.facts = facts;
        this.audit = audit;
    }

    /**
     * Replaces the text of a section.
     *
     * @param version of the section as the writer saw it; another one is refused and told with the
     *     text that stands there now
     */
    void write(UUID caseId, String code, long version, String text) {
        cases.lock(caseId);
        var rule =
                templates
                        .require(cases.require(caseId).programmeCode())
                        .section(code)
                        .orElseThrow(() -> Problem.notFound("section"));
        conceptions.insert(caseId, Ids.next());
        var head = conceptions.head(caseId).orElseThrow();
        if (head.frozen()) {
            throw Problem.conflict("conception-frozen");
        }
        var stored = Optional.ofNullable(conceptions.sections(caseId).get(code));
        var before = stored.map(StoredSection::text).orElse(rule.starter().strip());
        long known = stored.map(StoredSection::version).orElse(0L);
        if (known != version) {
            throw Problem.stale(List.of("text")).with("now", before).with("version", known);
        }
        var after = text.replace("\r\n", "\n").strip();
        facts.check("text", after);
        if (after.length() > LONGEST) {
            throw Problem.invalid("text", "constraint-size", LONGEST, 0);
        }
        if (after.equals(before)) {
            return;
        }
        conceptions.write(caseId, new StoredSection(code, after, known + 1, head.version() + 1));
        conceptions.update(caseId, false);
        conceptions.addAuthor(
                caseId, conceptions.versions(caseId).size() + 1, Callers.require().subject());
        audit.record(
                "conception.section-written",
                "conception",
                caseId + "/" + code,
                Map.of("version", known),
                Map.of("version", known + 1),
                null);
    }

    /**
     * Opens the frozen conception for a revision; sections the template adds to after a round get
     * that addition once.
     */
    void revise(UUID caseId) {
        cases.lock(caseId);
        var template = templates.require(cases.require(caseId).programmeCode());
        var head = conceptions.head(caseId).orElseThrow(() -> Problem.conflict("nothing-released"));
        if (!head.frozen()) {
            throw Problem.conflict("conception-is-draft");
        }
        var stored = conceptions.sections(caseId);
        for (var rule : template.sections()) {
            var addition = rule.revision();
            var present = Optional.ofNullable(stored.get(rule.code()));
            var text = present.map(StoredSection::text).orElse(rule.starter().strip());
            if (addition != null && !text.contains(addition.strip())) {
                conceptions.write(
                        caseId,
                        new StoredSection(
                                rule.code(),
                                text + "\n\n" + addition.strip(),
                                present.map(StoredSection::version).orElse(0L) + 1,
                                head.version() + 1));
            }
        }
        conceptions.update(caseId, false);
        conceptions.addAuthor(
                caseId, conceptions.versions(caseId).size() + 1, Callers.require().subject());
        audit.record(
                "conception.revision-begun", "conception", caseId.toString(), null, null, null);
    }
}
