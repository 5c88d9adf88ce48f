package de.foerderkreis.application.annex;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.fundingcase.FundingCase;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.application.reference.CaseFigures;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a document into an annex's place, or says why it is left out. */
@Service
@Transactional
class AnnexRegister implements AnnexFolder {

    private final Annexes annexes;
    private final Cases cases;
    private final Programmes programmes;
    private final CaseFigures figures;
    private final Audit audit;

    AnnexRegister(
            Annexes annexes, Cases cases, Programmes programmes, CaseFigures figures, Audit audit) {
        this.annexes = annexes;
        this.cases = cases;
        this.programmes = programmes;
        this.figures = figures;
        this.audit = audit;
    }

    @EventListener
    void layOut(FundingCase.Opened event) {
        for (var rule : programmes.require(event.opened().programmeCode()).annexes()) {
            annexes.insert(event.opened().id(), rule.no());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> of(UUID caseId) {
        var locale = LocaleContextHolder.getLocale();
        var programme = programmes.require(cases.require(caseId).programmeCode());
        var stored = annexes.of(caseId);
        return programme.annexes().stream()
                .flatMap(rule ->
                        stored.stream()
                                .filter(it -> it.no() == rule.no())
                                .map(it -> {
                                    var source = AnnexSource.of(rule.type());
                                    return new Item(
                                            it.no(),
                                            rule.type(),
                                            rule.title().in(locale),
                                            it.state(source, told(caseId, rule.type())),
                                            it.documentSha256(),
                                            it.waivedReason(),
                                            it.text(),
                                            source,
                                            it.version());
                                }))
                .toList();
    }

    private boolean told(UUID caseId, String type) {
        return switch (type) {
            case "COST_PLAN" -> figures.costTable(caseId).isPresent();
            case "LEVY_EFFECT" -> figures.levyTable(caseId).isPresent();
            case "STATEMENTS" -> figures.synopsis(caseId).isPresent();
            default -> false;
        };
    }

    Item set(
            UUID caseId,
            int no,
            long version,
            @Nullable String documentSha256,
            @Nullable String waivedReason,
            @Nullable String newText) {
        cases.lock(caseId);
        cases.require(caseId);
        var before = annexes.find(caseId, no).orElseThrow(() -> Problem.notFound("annex"));
        var reason = waivedReason == null || waivedReason.isBlank() ? null : waivedReason.strip();
        var text = newText == null || newText.isBlank() ? null : newText.strip();
        if (before.version() != version) {
            throw Problem.stale(differing(before, documentSha256, reason, text));
        }
        if (reason != null && (documentSha256 != null || text != null)) {
            throw Problem.invalid("waivedReason", "present-and-waived");
        }
        if (documentSha256 != null && !cases.holds(caseId, documentSha256)) {
            throw Problem.invalid("documentSha256", "unknown-document");
        }
        var after = new Annex(caseId, no, documentSha256, reason, text, version);
        if (!after.equals(before)) {
            if (!annexes.update(after)) {
                throw Problem.stale(List.of("version"));
            }
            audit.record("annex.changed", "annex", caseId + "/" + no, before, after, reason);
        }
        return one(caseId, no);
    }

    @Transactional(readOnly = true)
    Item one(UUID caseId, int no) {
        return of(caseId).stream()
                .filter(it -> it.no() == no)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("annex"));
    }

    private static List<String> differing(
            Annex now,
            @Nullable String documentSha256,
            @Nullable String waivedReason,
            @Nullable String text) {
        var fields = new ArrayList<String>();
        if (!Objects.equals(now.documentSha256(), documentSha256)) {
            fields.add("documentSha256");
        }
        if (!Objects.equals(now.waivedReason(), waivedReason)) {
            fields.add("waivedReason");
        }
        if (!Objects.equals(now.text(), text)) {
            fields.add("text");
        }
        return fields.isEmpty() ? List.of("version") : List.copyOf(fields);
    }
}
