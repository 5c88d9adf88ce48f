package de.foerderkreis.application.fundingcase;

import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.application.reference.References;
import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.application.FundingCaseOpened;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, shows and edits cases, and says who may see which. */
@Service
@Transactional
class CaseRegister implements Cases {

    static final String TABLE = "funding_case";

    // Somebody with several roles is named by the one that keeps records most.
    private static final List<String> RECORDERS =
            List.of("COUNCIL_SECRETARY", "CLERK", "HEAD", "LANDRAT", "TREASURER");

    private final FundingCases cases;
    private final CaseDocuments documents;
    private final Programmes programmes;
    private final References references;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher modules;

    CaseRegister(
            FundingCases cases,
            CaseDocuments documents,
            Programmes programmes,
            References references,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock,
            ApplicationEventPublisher modules) {
        this.cases = cases;
        this.documents = documents;
        this.programmes = programmes;
        this.references = references;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.modules = modules;
    }

    FundingCase open(String title, String programmeCode, String fileReference, LocalDate openedOn) {
        var errors = new ArrayList<FieldError>();
        var programme = programmes.find(programmeCode);
        if (programme.isEmpty()) {
            errors.add(FieldError.of("programmeCode", "unknown-programme", programmeCode));
        }
        if (openedOn.isAfter(clock.today())) {
            errors.add(FieldError.of("openedOn", "future-date"));
        }
        if (!errors.isEmpty()) {
            throw errors.size() == 1
                    ? Problem.invalid(
                            errors.getFirst().field(),
                            errors.getFirst().code(),
                            errors.getFirst().args().toArray())
                    : Problem.invalid(errors);
        }
        var opened =
                new FundingCase(
                        Ids.next(),
                        title.strip(),
                        fileReference.strip(),
                        programmeCode,
                        openedOn,
                        CaseStatus.PREPARATION,
                        0);
        refuseTaken(opened);
        try {
            cases.insert(opened, clock.today());
        } catch (DuplicateKeyException overtaken) {
            throw taken(opened.fileReference());
        }
        var root = lock(opened.id());
        modules.publishEvent(new FundingCase.Opened(opened));
        outbox.append(
                root,
                FundingCaseOpened.TOPIC,
                new FundingCaseOpened(
                        opened.id(),
                        opened.title(),
                        opened.fileReference(),
                        opened.programmeCode(),
                        opened.openedOn(),
                        root.version()));
        announce(root, opened);
        audit.record("case.opened", "case", opened.id().toString(), null, opened, null);
        return opened;
    }

    FundingCase edit(UUID id, long version, String title, String fileReference) {
        var root = lock(id);
        var before = forSystem(id);
        if (before.version() != version) {
            throw Problem.stale(before.differingFrom(title.strip(), fileReference.strip()));
        }
        var edited = before.edited(title.strip(), fileReference.strip());
        if (edited.equals(before)) {
            return before;
        }
        refuseTaken(edited);
        return store(root, before, edited, "case.edited");
    }

    @Override
    @Transactional(readOnly = true)
    public List<FundingCase> readable() {
        var caller = Callers.require();
        return switch (caller.kind()) {
            case DISTRICT -> cases.latest();
            case MUNICIPALITY -> cases.latest(references.casesOf(caller.ags()));
            case PARTNER, STATE -> List.of();
        };
    }

    @Override
    @Transactional(readOnly = true)
    public FundingCase require(UUID id) {
        var caller = Callers.require();
        var found = cases.find(id);
        var visible =
                caller.kind() == OrganisationKind.DISTRICT
                        || caller.kind() == OrganisationKind.MUNICIPALITY
                                && references.concerns(id, caller.ags());
        return found.filter(it -> visible).orElseThrow(() -> Problem.notFound("case"));
    }

    @Override
    public LockedRoot lock(UUID id) {
        return roots.lock(TABLE, id);
    }

    @Override
    @Transactional(readOnly = true)
    public FundingCase forSystem(UUID id) {
        return cases.find(id).orElseThrow(() -> Problem.notFound("case"));
    }

    @Override
    public void advance(LockedRoot root, CaseStatus next) {
        var before = forSystem(UUID.fromString(root.key()));
        if (before.status().allows(next)) {
            store(root, before, before.advanced(next), "case.advanced");
            modules.publishEvent(new FundingCase.Advanced(before.id(), next));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean holds(UUID caseId, String documentSha256) {
        return documents.find(caseId, documentSha256).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Recording recording(UUID caseId, LocalDate happenedOn) {
        var by =
                Callers.current()
                        .flatMap(it -> RECORDERS.stream().filter(it::has).findFirst())
                        .orElse("SYSTEM");
        return new Recording(clock.now(), by, happenedOn.isBefore(cases.enteredOn(caseId)));
    }

    private FundingCase store(
            LockedRoot root, FundingCase before, FundingCase after, String action) {
        boolean written;
        try {
            written = cases.update(after);
        } catch (DuplicateKeyException overtaken) {
            throw taken(after.fileReference());
        }
        if (!written) {
            throw Problem.stale(List.of("version"));
        }
        var stored = forSystem(after.id());
        announce(root, stored);
        audit.record(action, "case", stored.id().toString(), before, stored, null);
        return stored;
    }

    private void announce(LockedRoot root, FundingCase it) {
        outbox.append(
                root,
                CaseState.TOPIC,
                new CaseState(
                        it.id(),
                        it.title(),
                        it.fileReference(),
                        it.programmeCode(),
                        it.status().name(),
                        it.openedOn(),
                        root.version()));
    }

    private void refuseTaken(FundingCase it) {
        if (cases.referenceTaken(it.fileReference(), it.id())) {
            throw taken(it.fileReference());
        }
    }

    private static Problem taken(String fileReference) {
        return Problem.conflict("file-reference-taken", fileReference)
                .withErrors(
                        List.of(
                                FieldError.of(
                                        "fileReference", "file-reference-taken", fileReference)));
    }
}
