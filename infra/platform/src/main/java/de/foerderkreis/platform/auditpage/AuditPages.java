package de.foerderkreis.platform.auditpage;

import de.foerderkreis.platform.audit.AuditEntry;
import de.foerderkreis.platform.audit.AuditExcerpt;
import de.foerderkreis.platform.audit.AuditQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The auditor looks at the district's trail in this service, and at its chain. */
@Controller
@RequestMapping(AuditPages.ADDRESS + "${foerderkreis.service}")
class AuditPages {

    static final String ADDRESS = "/pruefung/";
    static final String LIST = "portal/audit";
    private static final String CHAIN = "portal/audit-chain";
    private static final int PAGE = 50;

    private final AuditQuery trail;
    private final AuditWords words;
    private final String service;

    AuditPages(
            AuditQuery trail, AuditWords words, @Value("${foerderkreis.service}") String service) {
        this.trail = trail;
        this.words = words;
        this.service = service;
    }

    @PreAuthorize("hasRole('AUDITOR')")
    @GetMapping
    String list(@ModelAttribute("filter") AuditPageFilter filter, Model model, Locale locale) {
        var codes = trail.codes();
        var errors = filter.errors(key -> words.message(key, locale));
        // One more than is shown tells whether there are older ones.
        var excerpt =
                errors.isEmpty()
                        ? trail.excerpt(filter.criteria(), PAGE + 1)
                        : new AuditExcerpt(List.of(), java.util.Map.of(), java.util.Map.of());
        var shown = excerpt.entries().stream().limit(PAGE).toList();
        var more = excerpt.entries().size() > PAGE;
        model.addAttribute("errors", errors);
        model.addAttribute(
                "entries", shown.stream().map(it -> entry(it, excerpt, locale)).toList());
        model.addAttribute("actions", words.actions(codes.actions(), locale));
        model.addAttribute("objects", words.objects(codes.objectTypes(), locale));
        model.addAttribute("first", filter.vor() == null ? null : address() + filter.query(null));
        model.addAttribute("next", more ? address() + filter.query(shown.getLast().seq()) : null);
        model.addAttribute("service", service);
        model.addAttribute(
                "crumbs", List.of(new Crumb(words.message("portal.audit.title", locale), null)));
        return LIST;
    }

    @PreAuthorize("hasRole('AUDITOR')")
    @GetMapping("/kette")
    String chain(Model model, Locale locale) {
        var report = trail.verify();
        model.addAttribute("report", report);
        model.addAttribute(
                "findings",
                report.findings().stream()
                        .map(it ->
                                words.message(
                                        "portal.audit.finding." + it.kind(),
                                        locale,
                                        it.position(),
                                        it.detail()))
                        .toList());
        model.addAttribute("service", service);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(words.message("portal.audit.title", locale), address()),
                        new Crumb(words.message("portal.audit.chain.title", locale), null)));
        return CHAIN;
    }

    private String address() {
        return ADDRESS + service;
    }

    private Entry entry(AuditEntry entry, AuditExcerpt excerpt, Locale locale) {
        return new Entry(
                entry.id(),
                entry.at(),
                entry.recordedAt(),
                excerpt.positions().get(entry.id()),
                words.action(entry.action(), locale),
                words.object(entry.objectType(), locale),
                entry.objectType(),
                entry.objectId(),
                words.functions(entry.functions(), locale),
                words.onBehalfOf(entry.organisation(), locale),
                entry.actor(),
                AuditChanges.between(entry.before(), entry.after(), excerpt.personalValues())
                        .stream()
                        .map(it ->
                                new AuditChanges.Change(
                                        words.field(it.field(), locale), it.before(), it.after()))
                        .toList(),
                entry.reason());
    }

    /**
     * One entry in words.
     *
     * @param position in the chain; absent while it is not sealed
     * @param actor pseudonym
     */
    record Entry(
            UUID id,
            Instant at,
            Instant recordedAt,
            @Nullable Long position,
            String action,
            String object,
            String objectType,
            String objectId,
            String functions,
            String onBehalfOf,
            String actor,
            List<AuditChanges.Change> changes,
            @Nullable String reason) {}

    /** A step of the way to the page, as the frame shows it. */
    record Crumb(String label, @Nullable String href) {}
}
