package de.foerderkreis.application.requirement;

import de.foerderkreis.application.programme.Programme;
import de.foerderkreis.application.programme.Programme.RequirementRule;
import de.foerderkreis.application.reference.References;
import de.foerderkreis.application.requirement.RequirementChecklist.CheckItem;
import de.foerderkreis.application.requirement.RequirementChecklist.Cooperation;
import de.foerderkreis.application.requirement.RequirementChecklist.EvidenceItem;
import de.foerderkreis.application.requirement.RequirementChecklist.Item;
import de.foerderkreis.application.requirement.RequirementChecklist.Outstanding;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts together what is known of a requirement and tells it in the reader's language. */
@Component
class RequirementItems {

    private final Requirements requirements;
    private final References references;
    private final EvidenceSentences sentences;

    RequirementItems(
            Requirements requirements, References references, EvidenceSentences sentences) {
        this.requirements = requirements;
        this.references = references;
        this.sentences = sentences;
    }

    Findings findings(Programme programme, UUID caseId, String code, LocalDate today) {
        return findings(programme, caseId, code, today, requirements.evidence(caseId));
    }

    List<Item> of(Programme programme, UUID caseId, LocalDate today) {
        var locale = LocaleContextHolder.getLocale();
        var evidence = requirements.evidence(caseId);
        var asked = requirements.asked(caseId);
        var names = references.partners();
        return requirements.of(caseId).stream()
                .map(it -> {
                    var findings = findings(programme, caseId, it.code(), today, evidence);
                    var cooperation =
                            cooperation(findings.rule(), asked, origins(evidence), names, locale);
                    return item(it, findings, cooperation, names, locale);
                })
                .toList();
    }

    private Findings findings(
            Programme programme,
            UUID caseId,
            String code,
            LocalDate today,
            List<Evidence> evidence) {
        return new Findings(
                rule(programme, code),
                evidence.stream().filter(it -> it.requirement().equals(code)).toList(),
                requirements.overrides(caseId, code),
                today,
                programme.conceptMaxAgeYears());
    }

    private Item item(
            Requirement it,
            Findings findings,
            @Nullable Cooperation cooperation,
            Map<String, String> names,
            Locale locale) {
        var rule = findings.rule();
        var note = rule.note();
        var settled =
                it.status() == RequirementStatus.WAIVED
                        || it.status() == RequirementStatus.FULFILLED;
        return new Item(
                it.code(),
                rule.title().in(locale),
                note == null ? null : note.in(locale),
                it.status(),
                it.dueOn(),
                it.reason(),
                rule.mayBePromised(),
                settled ? List.of() : sentences.missing(findings, locale),
                findings.evidence().stream()
                        .map(e ->
                                new EvidenceItem(
                                        e.id(),
                                        e.kind(),
                                        e.category(),
                                        e.source().name(),
                                        sentences.label(rule, e, names, locale),
                                        e.documentSha256(),
                                        e.figures(),
                                        e.recordedAt(),
                                        e.partial(),
                                        e.datedOn()))
                        .toList(),
                it.version(),
                rule.checks().stream()
                        .map(check ->
                                new CheckItem(
                                        check.code(),
                                        check.label().in(locale),
                                        findings.state(check).name(),
                                        sentences.check(findings, check, locale),
                                        findings.overrides().get(check.code())))
                        .toList(),
                cooperation);
    }

    /** Partners asked for this requirement, beside all that were asked. */
    private @Nullable Cooperation cooperation(
            RequirementRule rule,
            List<AskedPartner> asked,
            Set<String> origins,
            Map<String, String> names,
            Locale locale) {
        var own =
                asked.stream()
                        .filter(it ->
                                rule.evidence().stream()
                                        .anyMatch(e -> e.takes("COOPERATION", it.category())))
                        .toList();
        if (own.isEmpty()) {
            return null;
        }
        var outstanding =
                asked.stream()
                        .filter(it -> !confirmed(it, origins))
                        .map(it ->
                                new Outstanding(
                                        it.partner(),
                                        names.getOrDefault(it.partner(), it.partner()),
                                        sentences.category(it.category(), locale),
                                        it.dueOn()))
                        .toList();
        var confirmed = (int) own.stream().filter(it -> confirmed(it, origins)).count();
        var inAll = asked.size() - outstanding.size();
        return new Cooperation(
                own.size(),
                confirmed,
                asked.size(),
                inAll,
                outstanding,
                sentences.cooperation(
                        confirmed, own.size(), inAll, asked.size(), outstanding, locale));
    }

    private static boolean confirmed(AskedPartner it, Set<String> origins) {
        return origins.contains("cooperation:" + it.cooperationId());
    }

    private static Set<String> origins(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::origin).collect(Collectors.toSet());
    }

    private static RequirementRule rule(Programme programme, String code) {
        return programme
                .requirement(code)
                .orElseThrow(() ->
                        new IllegalStateException(programme.code() + " no longer knows " + code));
    }
}
