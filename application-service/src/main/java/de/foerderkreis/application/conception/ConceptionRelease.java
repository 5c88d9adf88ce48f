package de.foerderkreis.application.conception;

import de.foerderkreis.application.council.Body;
import de.foerderkreis.application.council.CouncilRecord;
import de.foerderkreis.application.document.FrozenJson;
import de.foerderkreis.application.facts.DistrictNames;
import de.foerderkreis.application.facts.Facts;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.contracts.application.ConceptionReleased;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Binds the house to a version: the Landrat releases it, the Kreistag adopts it. */
@Service
@Transactional
class ConceptionRelease {

    private final Conceptions conceptions;
    private final ConceptionShelf shelf;
    private final ConceptionTemplates templates;
    private final Cases cases;
    private final Facts facts;
    private final CouncilRecord council;
    private final DistrictNames districts;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    ConceptionRelease(
            Conceptions conceptions,
            ConceptionShelf shelf,
            ConceptionTemplates templates,
            Cases cases,
            Facts facts,
            CouncilRecord council,
            DistrictNames districts,
            Outbox outbox,
            Audit audit,
            BusinessClock clock) {
        this.conceptions = conceptions;
        this.shelf = shelf;
        this.templates = templates;
        this.cases = cases;
        this.facts = facts;
        this.council = council;
        this.districts = districts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Freezes the draft as the next version: texts, values and hash. Values that are not known yet
     * do not hinder it; they are frozen as not known.
     *
     * @param version of the draft as the Landrat saw it
     * @return number of the frozen version
     */
    int release(UUID caseId, long version) {
        var root = cases.lock(caseId);
        var file = cases.require(caseId);
        conceptions.insert(caseId, Ids.next());
        var head = conceptions.head(caseId).orElseThrow();
        if (head.frozen()) {
            throw Problem.conflict("conception-frozen");
        }
        if (head.version() != version) {
            throw Problem.stale(changedSince(caseId, version));
        }
        var draft = shelf.draft(caseId);
        if (conceptions.wrote(caseId, draft.nextVersion(), Callers.require().subject())) {
            throw Problem.forbidden("own-conception-release");
        }
        var values = new TreeMap<String, String>();
        facts.fill(caseId, draft.sections().stream().map(ConceptionDraft.Section::text).toList())
                .forEach(it -> values.putAll(it.values()));
        var content =
                new FrozenConception(
                        FrozenConception.FORMAT,
                        head.id(),
                        draft.nextVersion(),
                        templates.require(file.programmeCode()).title().de(),
                        file.title(),
                        file.fileReference(),
                        districts.of(Tenancy.district()),
                        clock.today(),
                        draft.sections().stream()
                                .map(it ->
                                        new FrozenConception.Section(
                                                it.code(), it.title(), it.text(), it.filled()))
                                .toList(),
                        values,
                        draft.missing());
        var frozen = FrozenJson.of(content);
        conceptions.freeze(caseId, content, frozen, clock.now());
        conceptions.update(caseId, true);
        outbox.append(
                root,
                ConceptionReleased.TOPIC,
                new ConceptionReleased(
                        caseId,
                        head.id(),
                        content.version(),
                        content.title(),
                        frozen.sha256(),
                        content.releasedOn(),
                        root.version()));
        audit.record(
                "conception.released",
                "conception",
                caseId + "/" + content.version(),
                null,
                Map.of("sha256", frozen.sha256(), "missing", draft.missing()),
                null);
        return content.version();
    }

    /** Links the resolution of the Kreistag that adopted a version. */
    void adopt(UUID caseId, int no, UUID resolutionId) {
        cases.lock(caseId);
        shelf.version(caseId, no);
        var adopted =
                council.of(caseId).stream()
                        .anyMatch(it ->
                                it.id().equals(resolutionId)
                                        && it.body() == Body.KREISTAG
                                        && it.outcome().adopted());
        if (!adopted) {
            throw Problem.invalid("resolutionId", "no-adopting-resolution");
        }
        conceptions.adopt(caseId, no, resolutionId);
        audit.record(
                "conception.adopted",
                "conception",
                caseId + "/" + no,
                null,
                Map.of("resolutionId", resolutionId),
                null);
    }

    private List<String> changedSince(UUID caseId, long version) {
        var changed =
                conceptions.sections(caseId).values().stream()
                        .filter(it -> it.changedIn() > version)
                        .map(Conceptions.StoredSection::code)
                        .sorted()
                        .toList();
        return changed.isEmpty() ? List.of("version") : changed;
    }
}
